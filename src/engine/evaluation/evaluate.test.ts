import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { QuaereError } from '../../contract/errors';
import type { SearchResult } from '../../contract/search';
import { countUnanswerable, evaluate } from './evaluate';
import type { Question } from './questions';

const root = resolve('collection');

interface Answer {
  files: string[];
  /** Rank, start, end in code points. */
  passages: [number, number, number][];
}

function searchResult(query: string, answers: Answer[]): SearchResult {
  return {
    query,
    took: { total: 1, embed: 0, lexical: 0, semantic: 0 },
    notes: [],
    groups: answers.map(({ files, passages }, id) => ({
      document: {
        id,
        title: '',
        format: 'text',
        sha256: '',
        files: files.map((path) => ({ file: join(root, ...path.split('/')), path, modified: 0 })),
      },
      passages: passages.map(([rank, start, end]) => ({
        rank,
        chunk: rank,
        heading: [],
        page: null,
        layer: 'text' as const,
        // Not the code points: only those may be judged.
        start: start + 10_000,
        end: end + 10_000,
        codePoints: { start, end },
        text: '',
        highlights: [],
        score: 1 / rank,
        parts: { semantic: 0, lexical: 0, document: 0, exact: 0 },
      })),
    })),
  };
}

const questions: Question[] = [
  // Hit at 1 (in a second file of the same document) and at 3.
  {
    id: '1',
    query: 'two',
    gold: [[{ path: 'b/copy.txt', start: 0, end: 100 }], [{ path: 'c.txt', start: 0, end: 40 }]],
  },
  // Either alternative will do: hit at 2.
  {
    id: '2',
    query: 'either',
    gold: [
      [
        { path: 'x.txt', start: 0, end: 10 },
        { path: 'y/café.txt', start: 5, end: 15 },
      ],
    ],
  },
  // Right file, wrong place.
  { id: '3', query: 'beside', gold: [[{ path: 'c.txt', start: 500, end: 700 }]] },
  { id: '4', query: 'nothing', gold: [[{ path: 'elsewhere.txt', start: 0, end: 10 }]] },
];

const answers: Record<string, Answer[]> = {
  two: [
    {
      files: ['a.txt', 'b/copy.txt'],
      passages: [
        [1, 50, 120],
        [4, 0, 50],
      ],
    },
    { files: ['z.txt'], passages: [[2, 0, 100]] },
    { files: ['c.txt'], passages: [[3, 20, 400]] },
  ],
  either: [
    { files: ['z.txt'], passages: [[1, 0, 100]] },
    { files: ['y/cafe\u0301.txt'], passages: [[2, 10, 90]] },
  ],
  beside: [{ files: ['c.txt'], passages: [[1, 0, 540]] }],
};

/** Knows the answers: the arithmetic is under test, not the search. */
const ask = async (query: string) => searchResult(query, answers[query] ?? []);

test('figures over four questions, by hand', async () => {
  const done: number[] = [];
  const report = await evaluate({ mode: 'lexical', ask, questions, roots: [root] }, undefined, (count) =>
    done.push(count),
  );
  expect(report).toMatchObject({ mode: 'lexical', queries: 4 });
  expect(report['recall@1']).toBeCloseTo(0.5 / 4);
  expect(report['recall@5']).toBeCloseTo((1 + 1) / 4);
  expect(report['recall@100']).toBeCloseTo((1 + 1) / 4);
  expect(report['mrr@10']).toBeCloseTo((1 + 1 / 2) / 4);
  expect(report['ndcg@10']).toBeCloseTo((1.5 / 1.63093 + 0.63093) / 4, 4);
  expect(report['document@1']).toBe(2 / 4);
  expect(report.p95_ms).toBeGreaterThanOrEqual(report.p50_ms);
  expect(done).toEqual([1, 2, 3, 4]);
});

test('stops between two questions', async () => {
  const stop = new AbortController();
  const done: number[] = [];
  const run = evaluate({ mode: 'hybrid', ask, questions, roots: [root] }, stop.signal, (count) => {
    done.push(count);
    stop.abort();
  });
  await expect(run).rejects.toThrow(/abort/i);
  expect(done).toEqual([1]);
});

test('a search that fails ends the run with its own failure', async () => {
  const failing = () => Promise.reject(new QuaereError({ kind: 'engine-stopped' }));
  const run = evaluate({ mode: 'hybrid', ask: failing, questions, roots: [root] });
  await expect(run).rejects.toMatchObject({ failure: { kind: 'engine-stopped' } });
});

test('counts the questions whose answers are not in the matter', () => {
  const files = ['b/copy.txt', 'y/cafe\u0301.txt', 'c.txt'].map((path) => join(root, ...path.split('/')));
  expect(countUnanswerable(questions, files, [root])).toBe(1);
  expect(countUnanswerable(questions, files, [resolve('other')])).toBe(4);
  expect(countUnanswerable(questions, files, [resolve('other'), root])).toBe(1);
});
