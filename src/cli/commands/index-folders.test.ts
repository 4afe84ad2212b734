import { readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quaere, startQuaere } from '../testing/run-quaere';
import { makeSmallCase, type SmallCase, writeManyContracts } from '../testing/small-case';

let small: SmallCase;
let env: Record<string, string>;
beforeAll(async () => {
  small = await makeSmallCase();
  env = { QUAERE_HOME: small.home };
});
afterAll(() => small.remove());

async function matterNames(): Promise<string[]> {
  const { stdout } = await quaere(['matters', '--json'], env);
  const { matters } = JSON.parse(stdout) as { matters: { name: string }[] };
  return matters.map(({ name }) => name);
}

test('a folder is indexed and reported on one line; a second run reads nothing again', async () => {
  const command = ['index', small.folder, '--matter', 'Warehouse', '--json'];
  const lease = join(small.folder, 'lease.md');
  const time = new Date('2026-01-05T08:00:00Z');
  await utimes(lease, time, time);
  const first = await quaere(command, env);
  expect(first.stderr).toBe('');
  expect(first.code).toBe(0);
  expect(first.stdout.trimEnd()).not.toContain('\n');
  const report = JSON.parse(first.stdout);
  expect(report).toEqual({
    files: { discovered: 7, indexed: 3, skipped: 2, failed: 2 },
    documents: 2,
    chunks: expect.any(Number),
    vectors: report.chunks,
    seconds: { text: expect.any(Number), vectors: expect.any(Number) },
  });
  expect(report.chunks).toBeGreaterThanOrEqual(2);

  // Other words under the same size and time would be found only if the file were read again.
  const before = await readFile(lease, 'utf8');
  await writeFile(lease, before.replace('warehouse', 'xylophone'));
  await utimes(lease, time, time);
  const second = await quaere(command, env);
  expect(JSON.parse(second.stdout)).toEqual({ ...report, seconds: expect.anything() });
  const found = await quaere(['search', 'xylophone', '--matter', 'Warehouse', '--mode', 'lexical', '--json'], env);
  expect(JSON.parse(found.stdout).results).toEqual([]);
  await writeFile(lease, before);
});

test('people are told what is searchable, what is not, and why, in their language', async () => {
  const english = await quaere(['index', small.folder, '--matter', 'For people'], env);
  expect(english.code).toBe(0);
  expect(english.stdout).toContain('3 of 7 files are searchable.');
  expect(english.stdout).toMatch(/1 {2}Format not supported/);
  expect(english.stdout).toMatch(/1 {2}Could not be read · Damaged/);
  expect(english.stdout).toMatch(/1 {2}Left out · Empty file/);
  expect(english.stderr).toContain('Reading');
  const chinese = await quaere(['index', small.folder, '--matter', 'For people', '--lang', 'zh'], env);
  expect(chinese.stdout).toContain('共 7 个文件，其中 3 个可检索。');
});

test('text only, and the vectors by a later run', async () => {
  const command = ['index', small.folder, '--matter', 'Later', '--json'];
  const text = JSON.parse((await quaere([...command, '--no-wait-vectors'], env)).stdout);
  expect(text.chunks).toBeGreaterThan(0);
  const all = JSON.parse((await quaere(command, env)).stdout);
  expect(all.vectors).toBe(all.chunks);
});

test('a single file can be linked', async () => {
  const { code, stdout } = await quaere(['index', join(small.folder, 'lease.md'), '--matter', 'One', '--json'], env);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).files).toEqual({ discovered: 1, indexed: 1, skipped: 0, failed: 0 });
});

test('a link to its own parent is reported and ends', async () => {
  const folder = join(small.aside, 'loop');
  await writeFile(join(small.aside, 'note.txt'), 'A note that can be found.');
  await symlink(small.aside, folder, 'junction');
  const { code, stdout } = await quaere(['index', small.aside, '--matter', 'Loop', '--json'], env);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).files).toEqual({ discovered: 2, indexed: 1, skipped: 0, failed: 1 });
});

describe('what cannot be indexed fails with a clear error and leaves no matter behind', () => {
  test('a folder that is not there', async () => {
    const { code, stdout, stderr } = await quaere(['index', join(small.aside, 'nowhere'), '--matter', 'Typo'], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('does not exist');
    expect(await matterNames()).not.toContain('Typo');
  });

  test("the program's own data", async () => {
    const { code, stderr } = await quaere(['index', small.home, '--matter', 'Own'], env);
    expect(code).toBe(1);
    expect(stderr).toContain('own data');
  });

  test.each([
    ['no letter', '  ', /name is empty/],
    ['300 letters', 'x'.repeat(300), /too long/],
    ['control characters', 'a\u001Bb', /cannot be shown/],
  ])('a name of %s', async (_, name, expected) => {
    const { code, stderr } = await quaere(['index', small.folder, '--matter', name], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toContain('\u001B');
  });
});

test.each(['../../outside', 'a/b\\c:d', '..', '案件 😀 ①', '%00', '-- "quoted" \'name\' $(x)'])(
  'a matter may be called %s',
  async (name) => {
    const file = join(small.folder, 'lease.md');
    expect(await quaere(['index', file, `--matter=${name}`, '--no-wait-vectors', '--json'], env)).toMatchObject({
      code: 0,
    });
    const { stdout } = await quaere(['status', `--matter=${name}`, '--json'], env);
    expect(JSON.parse(stdout)).toMatchObject({ matter: name, files: { indexed: 1 } });
  },
);

test('a name is the same however its accents are encoded', async () => {
  const file = join(small.folder, 'lease.md');
  await quaere(['index', file, '--matter', 'Caf\u00e9', '--no-wait-vectors'], env);
  const { code } = await quaere(['index', file, '--matter', 'Cafe\u0301', '--no-wait-vectors'], env);
  expect(code).toBe(0);
  expect((await matterNames()).filter((name) => name === 'Caf\u00e9')).toHaveLength(1);
});

test('a data folder that cannot be written is told', async () => {
  const { code, stderr } = await quaere([
    'index',
    small.folder,
    '--matter',
    'x',
    '--home',
    join(small.folder, 'lease.md'),
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain('cannot write to its data folder');
});

test('Ctrl-C stops in order, another process meanwhile is told, and the next run goes on', async () => {
  const folder = join(small.aside, '..', 'many');
  await writeManyContracts(folder, 40);
  const command = ['index', folder, '--matter', 'Many'];
  const running = startQuaere(command, env);
  await running.says(/Learning the meaning/);

  const other = await quaere(command, env);
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('used by another Quaere');

  running.interrupt();
  const stopped = await running.outcome;
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain('goes on from here');
  expect(stopped.stderr).not.toContain('unexpectedly');
  const status = JSON.parse((await quaere(['status', '--matter', 'Many', '--json'], env)).stdout);
  expect(status.files.failed).toBe(0);

  const { stdout } = await quaere([...command, '--json'], env);
  const report = JSON.parse(stdout);
  expect(report.files).toEqual({ discovered: 40, indexed: 40, skipped: 0, failed: 0 });
  expect(report.vectors).toBe(report.chunks);
}, 180_000);
