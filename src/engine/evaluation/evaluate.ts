import { relative, sep } from 'node:path';
import type { EngineClient } from '../../contract/calls';
import type { Passage, SearchMode, SearchResult } from '../../contract/search';
import { type GoldRanks, hits, mean, ndcg, percentile, recallAt, reciprocalRank } from './metrics';
import type { GoldItem, Question } from './questions';

/** Figures over all questions; shares lie between 0 and 1, times are milliseconds. */
export interface EvaluationReport {
  readonly mode: SearchMode;
  readonly queries: number;
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly 'recall@100': number;
  readonly 'mrr@10': number;
  readonly 'ndcg@10': number;
  /** The share of the questions whose first passage stands in a file that holds an answer. */
  readonly 'document@1': number;
  readonly p50_ms: number;
  readonly p95_ms: number;
}

/** Answers a question with its best passages, without a threshold. */
export type Ask = (query: string) => Promise<SearchResult>;

export interface EvaluationRequest {
  readonly mode: SearchMode;
  readonly ask: Ask;
  readonly questions: readonly Question[];
  /** Absolute paths of the folder that the gold paths start from: as given, and as its links resolve. */
  readonly roots: readonly string[];
}

const DEPTH = 100;

export function askEngine(engine: EngineClient, matter: string, mode: SearchMode, signal?: AbortSignal): Ask {
  return (query) => engine.call('search', { matter, query, mode, limit: DEPTH, threshold: false }, signal);
}

/** Asks one question after the other, so that the times are those of a search that has the machine to itself. */
export async function evaluate(
  request: EvaluationRequest,
  signal?: AbortSignal,
  onProgress: (done: number) => void = () => {},
): Promise<EvaluationReport> {
  const { mode, ask, questions, roots } = request;
  const ranks: GoldRanks[] = [];
  const firstDocument: boolean[] = [];
  const times: number[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const start = performance.now();
    const result = await ask(question.query);
    times.push(performance.now() - start);
    const answer = judge(result, question, roots);
    ranks.push(answer.ranks);
    firstDocument.push(answer.firstDocument);
    onProgress(ranks.length);
  }
  return {
    mode,
    queries: questions.length,
    'recall@1': mean(ranks.map((each) => recallAt(1, each))),
    'recall@5': mean(ranks.map((each) => recallAt(5, each))),
    'recall@10': mean(ranks.map((each) => recallAt(10, each))),
    'recall@100': mean(ranks.map((each) => recallAt(100, each))),
    'mrr@10': mean(ranks.map(reciprocalRank)),
    'ndcg@10': mean(ranks.map(ndcg)),
    'document@1': mean(firstDocument.map(Number)),
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
  };
}

/** How many questions have none of their answers in `files` (absolute paths): no search can answer them. */
export function countUnanswerable(
  questions: readonly Question[],
  files: readonly string[],
  roots: readonly string[],
): number {
  const known = new Set(files.flatMap((file) => pathsWithin(file, roots)));
  const inMatter = (item: GoldItem) => item.some((span) => known.has(span.path));
  return questions.filter((question) => !question.gold.some(inMatter)).length;
}

interface FoundPassage {
  readonly paths: ReadonlySet<string>;
  readonly passage: Passage;
}

function judge(result: SearchResult, question: Question, roots: readonly string[]) {
  const found = byRank(result, roots);
  const ranks = question.gold.map((item) => {
    const index = found.findIndex(({ paths, passage }) =>
      item.some((span) => paths.has(span.path) && hits(passage.codePoints, span)),
    );
    return index === -1 ? null : index + 1;
  });
  const first = found[0];
  const firstDocument = question.gold.some((item) => item.some((span) => first?.paths.has(span.path)));
  return { ranks, firstDocument };
}

/** The passages of all groups, best first; a document that several files hold answers for each of them. */
function byRank(result: SearchResult, roots: readonly string[]): FoundPassage[] {
  return result.groups
    .flatMap(({ document, passages }) => {
      const paths = new Set(document.files.flatMap(({ file }) => pathsWithin(file, roots)));
      return passages.map((passage) => ({ paths, passage }));
    })
    .toSorted((a, b) => a.passage.rank - b.passage.rank);
}

/** `file` as seen from each root, with `/` and in NFC, as the questions write it. */
function pathsWithin(file: string, roots: readonly string[]): string[] {
  return roots.map((root) => relative(root, file).split(sep).join('/').normalize('NFC'));
}
