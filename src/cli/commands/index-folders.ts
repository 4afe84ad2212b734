import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { EngineClient } from '../../contract/calls';
import { toFailure } from '../../contract/errors';
import type { IndexReport, Matter } from '../../contract/matters';
import { numberText } from '../../wording/format';
import { type Context, withEngine } from '../context';
import { findMatter } from '../find-matter';
import { homeFolder } from '../home';
import { indexWithProgress } from '../index-progress';
import { notSearchableLines } from '../not-searchable';
import { createProgress } from '../progress';
import type { Terminal } from '../terminal';
import { askedHome, jsonFlags, matterFlags } from './options';

interface IndexOptions {
  matter: string;
  json?: true;
  waitVectors: boolean;
}

export function addIndexCommand(program: Command, context: Context): void {
  const { words } = context.terminal;
  program
    .command('index')
    .summary(words.index.summary)
    .description(words.index.summary)
    .argument('<folder...>', words.index.folders)
    .requiredOption(matterFlags, words.options.matter)
    .option('--no-wait-vectors', words.index.noWaitVectors)
    .option(jsonFlags, words.options.json)
    .action(async (folders: string[], options: IndexOptions, command: Command) => {
      await withEngine(context, homeFolder(askedHome(command)), (engine) =>
        indexFolders(engine, context, folders, options),
      );
    });
}

async function indexFolders(engine: EngineClient, context: Context, folders: string[], options: IndexOptions) {
  const { terminal, signal } = context;
  const matter = await linkedMatter(engine, options.matter, folders);
  const progress = createProgress(terminal, options.json ?? false);
  const request = { matter: matter.id, vectors: options.waitVectors };
  const report = await indexWithProgress(engine, request, progress, terminal.words, signal).catch((error) => {
    if (toFailure(error).kind === 'cancelled') terminal.say(terminal.words.index.stopped);
    throw error;
  });
  if (options.json) return terminal.json(report);
  const { reasons } = await engine.call('status', { matter: matter.id });
  for (const line of summary(report, terminal)) terminal.write(line);
  for (const line of notSearchableLines(reasons, terminal)) terminal.write(line);
}

/** The matter of this name with the folders linked. A new one is not left behind when a folder cannot be linked. */
async function linkedMatter(engine: EngineClient, name: string, folders: readonly string[]): Promise<Matter> {
  const paths = folders.map((folder) => resolve(folder));
  const known = await findMatter(engine, name);
  if (known !== undefined) return engine.call('linkSources', { matter: known.id, paths });
  const created = await engine.call('createMatter', { name });
  try {
    return await engine.call('linkSources', { matter: created.id, paths });
  } catch (error) {
    await engine.call('deleteMatter', { matter: created.id });
    throw error;
  }
}

function summary(report: IndexReport, { words, language }: Terminal): string[] {
  const { files, documents, chunks, vectors, seconds } = report;
  const number = (value: number) => numberText(value, language);
  const oneDecimal = (value: number) => value.toFixed(1);
  const lines = [
    words.index.files(number(files.indexed), number(files.discovered)),
    words.index.passages(number(chunks), number(documents)),
    words.index.vectors(number(vectors), number(chunks)),
    words.index.seconds(oneDecimal(seconds.text), oneDecimal(seconds.vectors)),
  ];
  const left = files.discovered - files.indexed;
  return left === 0 ? lines : [...lines, words.index.notSearchable(number(left))];
}
