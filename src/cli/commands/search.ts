import type { Command } from 'commander';
import { z } from 'zod';
import type { EngineClient } from '../../contract/calls';
import type { SearchMode } from '../../contract/search';
import { parseJsonLines } from '../../engine/evaluation/json-lines';
import { type Context, withEngine } from '../context';
import { requireMatter } from '../find-matter';
import { homeFolder } from '../home';
import { readQuestionsFile } from '../questions-file';
import { searchJson } from '../search-json';
import { sayNotes, writeAnswer } from '../search-text';
import { askedHome, jsonFlags, limitOption, matterFlags, modeOption } from './options';

interface SearchOptions {
  matter: string;
  limit: number;
  mode: SearchMode;
  threshold: boolean;
  json?: true;
  queries?: string;
}

const querySchema = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });

export function addSearchCommand(program: Command, context: Context): void {
  const { words } = context.terminal;
  program
    .command('search')
    .summary(words.search.summary)
    .description(words.search.summary)
    .argument('[query]', words.search.query)
    .requiredOption(matterFlags, words.options.matter)
    .addOption(limitOption(words))
    .addOption(modeOption(words.options.mode))
    .option('--no-threshold', words.options.noThreshold)
    .option('--queries <file>', words.search.queries)
    .option(jsonFlags, words.options.json)
    .action(async (query: string | undefined, options: SearchOptions, command: Command) => {
      const { queries } = options;
      const home = homeFolder(askedHome(command));
      if (query !== undefined && queries === undefined) {
        await withEngine(context, home, (engine) => searchOne(engine, context, query, options));
      } else if (query === undefined && queries !== undefined) {
        await searchMany(context, home, queries, options);
      } else {
        command.error(words.search.oneOf, { code: 'quaere.oneOf' });
      }
    });
}

async function searchOne(engine: EngineClient, { terminal, signal }: Context, query: string, options: SearchOptions) {
  const matter = await requireMatter(engine, options.matter);
  const result = await engine.call('search', { matter: matter.id, query, ...wanted(options) }, signal);
  sayNotes(result.notes, terminal);
  if (options.json) terminal.json(searchJson(result));
  else writeAnswer(result, matter, terminal);
}

async function searchMany(context: Context, home: string, file: string, options: SearchOptions) {
  const { terminal, signal } = context;
  const queries = parseJsonLines(await readQuestionsFile(file), file, querySchema);
  await withEngine(context, home, async (engine) => {
    const matter = await requireMatter(engine, options.matter);
    for (const { id, query } of queries) {
      signal.throwIfAborted();
      const result = await engine.call('search', { matter: matter.id, query, ...wanted(options) }, signal);
      terminal.json({ id, ...searchJson(result) });
    }
  });
}

function wanted({ mode, limit, threshold }: SearchOptions) {
  return { mode, limit, threshold };
}
