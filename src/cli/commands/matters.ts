import type { Command } from 'commander';
import type { Matter } from '../../contract/matters';
import { numberText, percentText } from '../../wording/format';
import { type Context, withEngine } from '../context';
import { homeFolder } from '../home';
import { printableLine } from '../printable';
import { table } from '../table';
import type { Terminal } from '../terminal';
import { askedHome, jsonFlags } from './options';

export function addMattersCommand(program: Command, context: Context): void {
  const { terminal } = context;
  const { words } = terminal;
  program
    .command('matters')
    .summary(words.matters.summary)
    .description(words.matters.summary)
    .option(jsonFlags, words.options.json)
    .action(async (options: { json?: true }, command: Command) => {
      const home = homeFolder(askedHome(command));
      const matters = await withEngine(context, home, (engine) => engine.call('listMatters', {}));
      if (options.json) terminal.json({ matters: matters.map(matterJson) });
      else for (const line of matterLines(matters, terminal)) terminal.write(line);
    });
}

function matterJson({ name, sample, sources, counts, documents, coverage }: Matter) {
  return { name, sample, sources: sources.map(({ path }) => path), files: counts, documents, coverage };
}

function matterLines(matters: readonly Matter[], { words, language }: Terminal): string[] {
  if (matters.length === 0) return [words.matters.none];
  const { name, files, searchable, meaning, sources } = words.matters;
  return table([
    [name, files, searchable, meaning, sources],
    ...matters.map((matter) => [
      printableLine(matter.name),
      numberText(matter.counts.discovered, language),
      numberText(matter.counts.indexed, language),
      percentText(matter.coverage.vectors, matter.coverage.chunks),
      numberText(matter.sources.length, language),
    ]),
  ]);
}
