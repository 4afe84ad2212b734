import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quaere } from '../testing/run-quaere';
import { codePointsBefore, makeSmallCase, type SmallCase, statute } from '../testing/small-case';

let small: SmallCase;
let env: Record<string, string>;
beforeAll(async () => {
  small = await makeSmallCase();
  env = { QUAERE_HOME: small.home };
  await writeFile(
    join(small.folder, 'hostile.txt'),
    'The password \u001B[2J\u0007is hidden in the cellar of the notary.',
  );
  const { code, stderr } = await quaere(['index', small.folder, '--matter', 'M', '--json'], env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
afterAll(() => small.remove());

const search = (...args: string[]) => quaere(['search', '--matter', 'M', ...args], env);

test('JSON: the passage, its place in code points, and a score whose parts add up to it', async () => {
  const { code, stdout } = await search('储存期限届满后不来提货怎么办', '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toEqual({
    query: '储存期限届满后不来提货怎么办',
    took_ms: {
      total: expect.any(Number),
      embed: expect.any(Number),
      lexical: expect.any(Number),
      semantic: expect.any(Number),
    },
    results: expect.any(Array),
  });
  const [first] = answer.results;
  expect(first).toEqual({
    rank: 1,
    file: join(small.folder, '法规', '仓储规定.txt'),
    path: '法规/仓储规定.txt',
    title: expect.any(String),
    heading: expect.any(Array),
    page: null,
    layer: 'text',
    start: expect.any(Number),
    end: expect.any(Number),
    text: expect.stringContaining('储存期限届满'),
    score: expect.any(Number),
    parts: {
      semantic: expect.any(Number),
      lexical: expect.any(Number),
      document: expect.any(Number),
      exact: expect.any(Number),
    },
  });
  expect([...statute].slice(first.start, first.end).join('')).toBe(first.text);
  expect(first.start + codePointsBefore(first.text, '第三条')).toBe(codePointsBefore(statute, '第三条'));
  const { semantic, lexical, document, exact } = first.parts;
  expect(semantic + lexical + document + exact).toBeCloseTo(first.score, 6);
});

test('the limit counts passages, and ranks run from one', async () => {
  const all = JSON.parse((await search('tenant', '--no-threshold', '--json')).stdout);
  expect(all.results.length).toBeGreaterThan(1);
  expect(all.results.map(({ rank }: { rank: number }) => rank)).toEqual(
    all.results.map((_: unknown, i: number) => i + 1),
  );
  expect(JSON.parse((await search('tenant', '--no-threshold', '--limit', '1', '--json')).stdout).results).toHaveLength(
    1,
  );
});

test.each(['hybrid', 'lexical', 'semantic'])('mode %s finds the deposit', async (mode) => {
  const { results } = JSON.parse((await search('security deposit', '--mode', mode, '--json')).stdout);
  expect(results[0].text).toContain('security deposit');
});

test('people read the passage with its file, and no escape sequence of a document', async () => {
  const { code, stdout } = await search('where is the password');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^1 {2}hostile\.txt/);
  expect(stdout).toContain('hidden in the cellar');
  expect(stdout).toMatch(/passages? in \d+ documents? \(\d\.\d\d s\)\n$/);
  expect(stdout).not.toContain('\u001B');
  expect(stdout).not.toContain('\u0007');
});

test('every string is a valid query', async () => {
  const queries = [
    ' \t\n ',
    'a',
    '租',
    "'; DROP TABLE chunks; --",
    'id = 1) OR (1 = 1',
    '<script>alert(1)</script>&nbsp;',
    'AND OR NOT "unclosed ( w/5 type: *?~^\\',
    '\u0000\u0001\u001B[31m',
    '\uD83D',
    '😀',
    'rent deposit '.repeat(770),
    '仓储合同保管人通知'.repeat(1112),
  ];
  const file = join(small.aside, 'any.jsonl');
  await writeFile(file, queries.map((query, id) => JSON.stringify({ id, query })).join('\n'));
  const { code, stdout } = await search('--queries', file);
  expect(code).toBe(0);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject(queries.map((query, id) => ({ id, query, results: expect.any(Array) })));
});

test('a query on the command line may look like anything', async () => {
  const sql = await search('--json', '--', "--'; DROP TABLE chunks; --");
  expect(JSON.parse(sql.stdout)).toMatchObject({ query: "--'; DROP TABLE chunks; --" });
  expect(JSON.parse((await search('--json', '')).stdout).results).toEqual([]);
  expect(await search('')).toMatchObject({ code: 0, stdout: 'No passage answers this question.\n' });
});

describe('many queries from a file', () => {
  test('one line each, with its id', async () => {
    const file = join(small.aside, 'queries.jsonl');
    await writeFile(file, '{"id":"a","query":"rent","gold":[]}\n\n{"id":7,"query":"仓储费"}\n');
    const { code, stdout } = await search('--queries', file, '--limit', '2');
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: 'a', query: 'rent', results: [{ rank: 1 }, { rank: 2 }] },
      { id: 7, query: '仓储费' },
    ]);
  });

  test('a bad line is named', async () => {
    const file = join(small.aside, 'bad.jsonl');
    await writeFile(file, '{"id":"a","query":"rent"}\n{"id":"b"}\n');
    const { code, stdout, stderr } = await search('--queries', file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/Line 2 .*bad\.jsonl\nquery:/);
  });

  test('a file that is not there', async () => {
    const { code, stderr } = await search('--queries', join(small.aside, 'none.jsonl'));
    expect(code).toBe(1);
    expect(stderr).toContain('none.jsonl');
  });
});

test('a matter that does not exist', async () => {
  const { code, stdout, stderr } = await quaere(['search', 'x', '--matter', 'No\u001Bne'], env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('There is no matter “None”');
});
