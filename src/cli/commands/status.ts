import type { Command } from 'commander';
import type { EngineClient, Result } from '../../contract/calls';
import type { LedgerRow } from '../../contract/ledger';
import { numberText, percentText } from '../../wording/format';
import { fileReasonText, fileStateText } from '../../wording/wording';
import { type Context, withEngine } from '../context';
import { requireMatter } from '../find-matter';
import { homeFolder } from '../home';
import { listAllFiles } from '../list-all-files';
import { notSearchableLines } from '../not-searchable';
import { printableLine } from '../printable';
import type { Terminal } from '../terminal';
import { askedHome, jsonFlags, matterFlags } from './options';

interface StatusOptions {
  matter: string;
  json?: true;
  files?: true;
}

export function addStatusCommand(program: Command, context: Context): void {
  const { words } = context.terminal;
  program
    .command('status')
    .summary(words.status.summary)
    .description(words.status.summary)
    .requiredOption(matterFlags, words.options.matter)
    .option('--files', words.status.files)
    .option(jsonFlags, words.options.json)
    .action(async (options: StatusOptions, command: Command) => {
      await withEngine(context, homeFolder(askedHome(command)), (engine) => showStatus(engine, context, options));
    });
}

async function showStatus(engine: EngineClient, { terminal }: Context, options: StatusOptions) {
  const matter = await requireMatter(engine, options.matter);
  const status = await engine.call('status', { matter: matter.id });
  const files = options.files ? await listAllFiles(engine, matter.id) : undefined;
  if (options.json) {
    const list = files?.map(({ file, path, state, reason, detail }) => ({ file, path, state, reason, detail }));
    terminal.json({
      matter: matter.name,
      files: status.counts,
      reasons: status.reasons,
      documents: status.documents,
      coverage: status.coverage,
      ...(list === undefined ? {} : { list }),
    });
    return;
  }
  terminal.write(printableLine(matter.name));
  for (const line of statusLines(status, terminal)) terminal.write(line);
  for (const row of files ?? []) terminal.write(fileLine(row, terminal));
}

function statusLines({ counts, reasons, documents, coverage }: Result<'status'>, terminal: Terminal): string[] {
  const { words, language } = terminal;
  const number = (value: number) => numberText(value, language);
  return [
    words.status.counts(number(counts.indexed), number(counts.discovered)),
    ...notSearchableLines(reasons, terminal),
    words.status.documents(number(documents)),
    words.status.coverage(
      number(coverage.vectors),
      number(coverage.chunks),
      percentText(coverage.vectors, coverage.chunks),
    ),
  ];
}

/** State, reason and path, set apart by tabs. */
function fileLine({ path, state, reason }: LedgerRow, { language }: Terminal): string {
  const why = reason === null ? '' : fileReasonText(reason, language).title;
  return [fileStateText(state, language), why, printableLine(path)].join('\t');
}
