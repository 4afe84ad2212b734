import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { EngineClient } from '../../contract/calls';
import { QuaereError } from '../../contract/errors';
import type { SearchMode } from '../../contract/search';
import { askEngine, countUnanswerable, type EvaluationReport, evaluate } from '../../engine/evaluation/evaluate';
import { parseQuestions, type Question } from '../../engine/evaluation/questions';
import { numberText } from '../../wording/format';
import { type Context, withEngine } from '../context';
import { requireMatter } from '../find-matter';
import { homeFolder } from '../home';
import { listAllFiles } from '../list-all-files';
import { createProgress } from '../progress';
import { readQuestionsFile } from '../questions-file';
import { sayNotes } from '../search-text';
import { table } from '../table';
import type { Terminal } from '../terminal';
import { askedHome, jsonFlags, matterFlags, modeOption } from './options';

interface EvalOptions {
  matter: string;
  root: string;
  mode: SearchMode | 'all';
  json?: true;
}

const ALL_MODES: readonly SearchMode[] = ['hybrid', 'lexical', 'semantic'];

export function addEvalCommand(program: Command, context: Context): void {
  const { words } = context.terminal;
  program
    .command('eval')
    .summary(words.eval.summary)
    .description(words.eval.summary)
    .argument('<questions>', words.eval.questions)
    .requiredOption(matterFlags, words.options.matter)
    .requiredOption('--root <folder>', words.eval.root)
    .addOption(modeOption(words.eval.mode, ['all']))
    .option(jsonFlags, words.options.json)
    .action(async (file: string, options: EvalOptions, command: Command) => {
      const questions = parseQuestions(await readQuestionsFile(file), file);
      const roots = await rootsOf(options.root);
      await withEngine(context, homeFolder(askedHome(command)), (engine) =>
        evaluateMatter(engine, context, questions, roots, options),
      );
    });
}

async function evaluateMatter(
  engine: EngineClient,
  context: Context,
  questions: readonly Question[],
  roots: readonly string[],
  options: EvalOptions,
) {
  const { terminal } = context;
  const matter = await requireMatter(engine, options.matter);
  await sayGaps(engine, matter.id, questions, roots, terminal);
  const reports: EvaluationReport[] = [];
  for (const mode of options.mode === 'all' ? ALL_MODES : [options.mode]) {
    reports.push(await evaluateMode(engine, context, matter.id, mode, questions, roots, options.json ?? false));
  }
  if (!options.json) for (const line of reportLines(reports, terminal)) terminal.write(line);
  else if (options.mode === 'all') terminal.json({ mode: 'all', reports });
  else terminal.json(reports[0]);
}

async function evaluateMode(
  engine: EngineClient,
  { terminal, signal }: Context,
  matter: string,
  mode: SearchMode,
  questions: readonly Question[],
  roots: readonly string[],
  quiet: boolean,
): Promise<EvaluationReport> {
  const progress = createProgress(terminal, quiet);
  const begin = performance.now();
  const ask = askEngine(engine, matter, mode, signal);
  try {
    return await evaluate({ mode, ask, questions, roots }, signal, (done) => {
      const secondsLeft = ((performance.now() - begin) / 1000 / done) * (questions.length - done);
      progress.show({ label: terminal.words.eval.asking(mode), done, total: questions.length, secondsLeft });
    });
  } finally {
    progress.end();
  }
}

/** Says what would make the figures worse than the search is: answers outside the matter, vectors that are not there yet. */
async function sayGaps(
  engine: EngineClient,
  matter: string,
  questions: readonly Question[],
  roots: readonly string[],
  terminal: Terminal,
) {
  const { coverage } = await engine.call('status', { matter });
  if (coverage.vectors < coverage.chunks) sayNotes([{ kind: 'vectors-incomplete', ...coverage }], terminal);
  const indexed = await listAllFiles(engine, matter, ['indexed']);
  const files = indexed.map(({ file }) => file);
  const missing = countUnanswerable(questions, files, roots);
  if (missing === 0) return;
  const number = (value: number) => numberText(value, terminal.language);
  terminal.say(terminal.words.eval.unanswerable(number(missing), number(questions.length)));
}

/** The folder as given and as its links resolve: the matter may have been linked by either. */
async function rootsOf(root: string): Promise<string[]> {
  const path = resolve(root);
  try {
    return [...new Set([path, await realpath(path)])];
  } catch (cause) {
    throw new QuaereError({ kind: 'source-missing', path }, { cause });
  }
}

function reportLines(reports: readonly EvaluationReport[], { words, language }: Terminal): string[] {
  const row = (name: string, cell: (report: EvaluationReport) => string) => [name, ...reports.map(cell)];
  const figures = ['recall@1', 'recall@5', 'recall@10', 'recall@100', 'mrr@10', 'ndcg@10', 'document@1'] as const;
  return table([
    row('', (report) => report.mode),
    ...figures.map((figure) => row(figure, (report) => report[figure].toFixed(3))),
    row('p50', (report) => `${report.p50_ms.toFixed(0)} ms`),
    row('p95', (report) => `${report.p95_ms.toFixed(0)} ms`),
    row(words.eval.questionsAsked, (report) => numberText(report.queries, language)),
  ]);
}
