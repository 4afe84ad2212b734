import { afterAll, beforeAll, expect, test } from 'vitest';
import { quaere } from '../testing/run-quaere';
import { makeSmallCase, type SmallCase } from '../testing/small-case';

let small: SmallCase;
let env: Record<string, string>;
beforeAll(async () => {
  small = await makeSmallCase();
  env = { QUAERE_HOME: small.home };
  await quaere(['index', small.folder, '--matter', 'M', '--json'], env);
});
afterAll(() => small.remove());

test('JSON: counts, reasons and coverage add up', async () => {
  const { code, stdout } = await quaere(['status', '--matter', 'M', '--json'], env);
  expect(code).toBe(0);
  const status = JSON.parse(stdout);
  expect(status).toEqual({
    matter: 'M',
    files: { discovered: 7, indexed: 3, skipped: 2, failed: 1, unsupported: 1, waiting: 0 },
    reasons: expect.arrayContaining([
      { state: 'skipped', reason: 'empty', count: 1 },
      { state: 'skipped', reason: 'office-lock-file', count: 1 },
      { state: 'unsupported', reason: 'format', count: 1 },
      { state: 'failed', reason: 'corrupt', count: 1 },
    ]),
    documents: 2,
    coverage: { chunks: expect.any(Number), vectors: status.coverage.chunks },
  });
});

test('--files lists every file with its state', async () => {
  const { list } = JSON.parse((await quaere(['status', '--matter', 'M', '--files', '--json'], env)).stdout);
  expect(list).toHaveLength(7);
  expect(list).toContainEqual(
    expect.objectContaining({ path: 'copies/lease (copy).md', state: 'indexed', reason: null }),
  );
  expect(list).toContainEqual(expect.objectContaining({ path: 'broken.pdf', state: 'failed', reason: 'corrupt' }));
  const { stdout } = await quaere(['status', '--matter', 'M', '--files'], env);
  expect(stdout).toContain('7 files, 3 searchable');
  expect(stdout).toMatch(/Searchable\t\tlease\.md/);
});

test('matters are listed', async () => {
  const { matters } = JSON.parse((await quaere(['matters', '--json'], env)).stdout);
  expect(matters).toMatchObject([{ name: 'M', sources: [small.folder], files: { discovered: 7 }, documents: 2 }]);
  expect((await quaere(['matters'], env)).stdout).toMatch(/Matter .*\nM .*7 .*3 .*100%/);
  const empty = await quaere(['matters'], { QUAERE_HOME: small.aside });
  expect(empty).toMatchObject({ code: 0, stdout: expect.stringContaining('There is no matter yet') });
});
