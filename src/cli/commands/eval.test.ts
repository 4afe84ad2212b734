import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quaere } from '../testing/run-quaere';
import { codePointsBefore, makeSmallCase, type SmallCase, statute } from '../testing/small-case';

let small: SmallCase;
let env: Record<string, string>;
let questions: string;

/** Where the n-th article of the statute stands, in code points. */
function article(from: string, to: string) {
  return { path: '法规/仓储规定.txt', start: codePointsBefore(statute, from), end: codePointsBefore(statute, to) };
}

beforeAll(async () => {
  small = await makeSmallCase();
  env = { QUAERE_HOME: small.home };
  questions = join(small.aside, 'questions.jsonl');
  const gold = article('第二条', '第三条');
  await writeFile(
    questions,
    [
      { id: 1, query: '入库的货物变质了，保管人要做什么？', gold: [gold] },
      {
        id: 2,
        query: '入库的货物变质了，保管人要做什么？',
        gold: [{ spans: [{ ...gold, path: 'nowhere.txt' }, gold] }],
      },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  await quaere(['index', small.folder, '--matter', 'M', '--json'], env);
});
afterAll(() => small.remove());

const evaluate = (...args: string[]) =>
  quaere(['eval', questions, '--matter', 'M', '--root', small.folder, ...args], env);

const figure = expect.any(Number);
const found = { queries: 2, 'recall@1': 1, 'recall@5': 1, 'recall@10': 1, 'recall@100': 1, 'mrr@10': 1, 'ndcg@10': 1 };
const times = { 'document@1': 1, p50_ms: figure, p95_ms: figure };

test('JSON of one mode', async () => {
  const { code, stdout, stderr } = await evaluate('--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ mode: 'hybrid', ...found, ...times });
});

test('the three modes side by side', async () => {
  const { code, stdout } = await evaluate('--mode', 'all', '--json');
  expect(code).toBe(0);
  const { mode, reports } = JSON.parse(stdout);
  expect(mode).toBe('all');
  expect(reports.map((report: { mode: string }) => report.mode)).toEqual(['hybrid', 'lexical', 'semantic']);
  expect((await evaluate('--mode', 'all')).stdout).toMatch(/hybrid +lexical +semantic\n(.*\n)*recall@10 +1\.000/);
});

test('a root that the answers do not stand in is noticed', async () => {
  const { code, stderr } = await quaere(['eval', questions, '--matter', 'M', '--root', small.aside, '--json'], env);
  expect(code).toBe(0);
  expect(stderr).toContain('The answers to 2 of 2 questions');
  const missing = await quaere(['eval', questions, '--matter', 'M', '--root', join(small.aside, 'none')], env);
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('does not exist') });
});

test('a bad line is named', async () => {
  const bad = join(small.aside, 'bad.jsonl');
  await writeFile(
    bad,
    '{"id":1,"query":"x","gold":[{"path":"a","start":0,"end":5}]}\n{"id":2,"query":"y","gold":[]}\n',
  );
  const { code, stderr } = await quaere(['eval', bad, '--matter', 'M', '--root', small.folder], env);
  expect(code).toBe(1);
  expect(stderr).toContain('Line 2');
});
