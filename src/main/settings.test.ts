import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { desktopCalls } from '../contract/desktop';
import { openSettings } from './settings';

const DEFAULTS = { language: 'system', theme: 'system', threshold: true, lastMatter: null };

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'quaere-settings-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('without a file there are the defaults, and none is written', async () => {
  expect((await openSettings(home)).current).toEqual(DEFAULTS);
  expect(await readdir(home)).toEqual([]);
});

test('a change is there after the next start', async () => {
  const settings = await openSettings(home);
  expect(await settings.change({ language: 'zh' })).toEqual({ ...DEFAULTS, language: 'zh' });
  expect((await openSettings(home)).current.language).toBe('zh');
});

test('changes made at the same time are all kept', async () => {
  const settings = await openSettings(home);
  await Promise.all([
    settings.change({ language: 'en' }),
    settings.change({ theme: 'dark' }),
    settings.change({ threshold: false }),
  ]);
  expect((await openSettings(home)).current).toMatchObject({ language: 'en', theme: 'dark', threshold: false });
  expect(await readdir(home)).toEqual(['settings.json']);
});

test('what a change leaves out stays as it is', async () => {
  const settings = await openSettings(home);
  await settings.change(desktopCalls.writeSettings.params.parse({ theme: 'dark', threshold: false }));
  await settings.change(desktopCalls.writeSettings.params.parse({ language: 'zh', theme: undefined }));
  expect(settings.current).toEqual({ ...DEFAULTS, language: 'zh', theme: 'dark', threshold: false });
});

test.each([
  ['cut short', '{"language": "z'],
  ['of another shape', '{"language": "klingon"}'],
  ['empty', ''],
])('a file that is %s gives the defaults and is kept aside', async (_, text) => {
  await writeFile(join(home, 'settings.json'), text);
  expect((await openSettings(home)).current).toEqual(DEFAULTS);
  expect(await readFile(join(home, 'settings.json.damaged'), 'utf8')).toBe(text);
});

test('a change that cannot be written fails and does not hold', async () => {
  const settings = await openSettings(join(home, 'settings.json', 'no-folder'));
  await writeFile(join(home, 'settings.json'), 'a file where a folder should be');
  await expect(settings.change({ theme: 'dark' })).rejects.toThrow();
  expect(settings.current.theme).toBe('system');
});
