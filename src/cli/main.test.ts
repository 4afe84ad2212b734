import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quaere } from './testing/run-quaere';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'quaere-cli-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('help and version are asked for and answered on standard output', async () => {
  expect(await quaere(['--help'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: quaere/) });
  expect(await quaere(['search', '-h', '--lang', 'zh'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^用法/),
  });
  expect(await quaere(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe('wrong usage: exit code 2, one clear sentence, nothing on standard output', () => {
  test.each<[string[], RegExp]>([
    [[], /Usage: quaere/],
    [['seek'], /no command seek/],
    [['--colour'], /no option --colour/],
    [['search', 'rent'], /--matter <name> is missing/],
    [['search', 'rent', '--matter'], /--matter <name> needs a value/],
    [['search', 'rent', 'due', '--matter', 'x'], /too many arguments/],
    [['search', '--matter', 'x'], /either QUERY or --queries/],
    [['search', 'rent', '--queries', 'x.jsonl', '--matter', 'x'], /either QUERY or --queries/],
    [['search', 'rent', '--matter', 'x', '--limit', '0'], /0 is no value for --limit/],
    [['search', 'rent', '--matter', 'x', '--limit', '1e2'], /1e2 is no value for --limit/],
    [['search', 'rent', '--matter', 'x', '--mode', 'magic'], /magic is no value for --mode/],
    [['index', '--matter', 'x'], /FOLDER is missing/],
    [['eval', 'q.jsonl', '--matter', 'x'], /--root <folder> is missing/],
    [['matters', '--lang', 'fr'], /fr is no value for --lang/],
  ])('%j', async (args, expected) => {
    const { code, stdout, stderr } = await quaere([...args], { QUAERE_HOME: home });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('in Chinese', async () => {
    const { code, stderr } = await quaere(['search', '--limit', '0', '--matter', 'x', 'y'], { LC_ALL: 'zh_CN.UTF-8' });
    expect(code).toBe(2);
    expect(stderr).toContain('用法有误');
  });
});
