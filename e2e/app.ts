import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import electron from 'electron';
import type { Wording } from '../src/wording/en';
import { wording } from '../src/wording/wording';

export { expect };

export interface Quaere {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly home: string;
}

interface Fixtures {
  /** The data folder of this test alone, Chromium's data included. */
  home: string;
  /** A folder for the documents of this test. */
  folder: string;
  /** Opens Quaere on this test's data and waits until it can be used. It is closed when the test ends. */
  open(environment?: Record<string, string>, executable?: string): Promise<Quaere>;
}

export const ROOT = resolve(import.meta.dirname, '..');
export const ELECTRON = String(electron);
/** Chromium refuses its sandbox to root. */
export const ARGUMENTS = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT];
/** The tests read the English interface, whatever the machine speaks. */
const ENGLISH = { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' };

export const en: Wording = wording('en');
export const zh: Wording = wording('zh');

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  home: async ({}, use) => {
    await withFolder('quaere-home-', use);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  folder: async ({}, use) => {
    await withFolder('quaere-documents-', use);
  },
  open: async ({ home }, use, testInfo) => {
    const opened: Quaere[] = [];
    const output: string[] = [];
    await use(async (environment = {}, executable = ELECTRON) => {
      const app = await _electron.launch({
        executablePath: executable,
        args: ARGUMENTS,
        env: { ...definedOnly(process.env), ...ENGLISH, QUAERE_HOME: home, ...environment },
      });
      for (const stream of [app.process().stdout, app.process().stderr]) {
        stream?.on('data', (text) => output.push(String(text)));
      }
      const window = await app.firstWindow();
      window.on('console', (message) => output.push(`window: ${message.text()}\n`));
      window.on('pageerror', (error) => output.push(`window: ${String(error)}\n`));
      const quaere = { app, window, home };
      opened.push(quaere);
      // It takes text once a matter is open: the sample, at a first start.
      await expect(searchField(window)).toBeEnabled({ timeout: 60_000 });
      return quaere;
    });
    for (const [index, { app, window }] of opened.entries()) {
      if (!window.isClosed()) {
        await window.screenshot({ path: testInfo.outputPath(`end-${index + 1}.png`) }).catch(() => {});
      }
      await app.close();
    }
    await testInfo.attach('output', { body: output.join('') });
  },
});

export function searchField(window: Page) {
  return window.getByRole('textbox', { name: new RegExp(`${en.search.label}|${zh.search.label}`) });
}

/** For an instance on the same data that Playwright does not start. */
export function environmentFor(home: string): Record<string, string> {
  return { ...definedOnly(process.env), ...ENGLISH, QUAERE_HOME: home };
}

async function withFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await use(folder);
  await rm(folder, { recursive: true, force: true });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
