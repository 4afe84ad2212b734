import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import type { EngineClient, Params } from '../../contract/calls';
import { type Failure, toFailure } from '../../contract/errors';
import type { Passage, SearchResult } from '../../contract/search';
import { createEngine, type Engine, type EngineOptions } from '../engine';
import { root } from './documents.fixture';

// Tests with the real model and real processes take seconds; on a machine that is busy, minutes.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

export const resources = join(root, 'resources');
const built = join(root, 'out', 'main');
export const workers = { reader: join(built, 'reader-worker.js'), model: join(built, 'model-worker.js') };

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of files and a data folder, in the system's temporary folder, and engines that work on them. */
export interface Workplace {
  readonly folder: string;
  readonly home: string;
  /** For files of the test's own, beside the others. */
  readonly aside: string;
  write(files: Files): Promise<void>;
  /** The real engine with the real workers; ended by `remove` if not before. */
  engine(options?: Partial<EngineOptions>): Promise<Engine>;
  /** The processes of a kind that its engines have started, in order. */
  started(kind: 'reader' | 'model'): number[];
  remove(): Promise<void>;
}

export async function makeWorkplace(files: Files = {}): Promise<Workplace> {
  const base = await mkdtemp(join(tmpdir(), 'quaere-engine-'));
  const folder = join(base, 'case files');
  const aside = join(base, 'aside');
  await mkdir(folder);
  await mkdir(aside);
  await writeFile(join(base, 'reader'), '');
  await writeFile(join(base, 'model'), '');
  const told = { reader: await telling(base, 'reader'), model: await telling(base, 'model') };
  const engines: Engine[] = [];
  const workplace: Workplace = {
    folder,
    aside,
    home: join(base, 'home'),
    async write(more) {
      await writeFiles(folder, more);
    },
    async engine(options = {}) {
      const engine = await createEngine({ home: workplace.home, resources, workers: told, ...options });
      engines.push(engine);
      return engine;
    },
    started: (kind) =>
      readFileSync(join(base, kind), 'utf8')
        .split('\n')
        .flatMap((pid) => (pid === '' ? [] : Number(pid))),
    async remove() {
      for (const engine of engines) await engine.close();
      await rm(base, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await workplace.write(files);
  return workplace;
}

/** The built worker, that first writes down the number of its process. */
async function telling(base: string, kind: 'reader' | 'model'): Promise<string> {
  const script = join(base, `${kind}.mjs`);
  const lines = [
    `import { appendFileSync } from 'node:fs';`,
    `appendFileSync(${JSON.stringify(join(base, kind))}, process.pid + '\\n');`,
    `await import(${JSON.stringify(workers[kind])});`,
  ];
  await writeFile(script, lines.join('\n'));
  return script;
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A new matter with the folder linked; its id. */
export async function matterOf(engine: EngineClient, folder: string, name = 'Case'): Promise<string> {
  const { id } = await engine.call('createMatter', { name });
  await engine.call('linkSources', { matter: id, paths: [folder] });
  return id;
}

/** How a call fails. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    return toFailure(error);
  }
  throw new Error('it did not fail');
}

/** `path: state`, with the reason where there is one. */
export async function filesOf(engine: EngineClient, matter: string): Promise<string[]> {
  const { rows } = await engine.call('listFiles', { matter });
  return rows.map(({ path, state, reason }) => (reason === null ? `${path}: ${state}` : `${path}: ${state} ${reason}`));
}

export function passagesOf(result: SearchResult): Passage[] {
  return result.groups.flatMap((group) => group.passages).sort((a, b) => a.rank - b.rank);
}

/** The paths of the files that words find, the best first. */
export async function foundBy(
  engine: EngineClient,
  matter: string,
  query: string,
  options: Partial<Params<'search'>> = {},
): Promise<string[]> {
  const result = await engine.call('search', { matter, query, mode: 'lexical', threshold: false, ...options });
  return result.groups.flatMap((group) => group.document.files.map((file) => file.path));
}

/** Resolves once `isSo` holds; looks again every few milliseconds, for two minutes at most. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come to be so');
}

/** Whether an indexing has begun in the first matter of a data folder, by whatever process. */
export async function isIndexing(home: string): Promise<boolean> {
  const matters = join(home, 'matters');
  const [id] = await readdir(matters).catch(() => []);
  if (id === undefined) return false;
  return /"unfinished": true/.test(await readFile(join(matters, id, 'matter.json'), 'utf8').catch(() => ''));
}

/** Contracts of six articles each, no two alike, so that every chunk wants a vector of its own. */
export function contracts(count: number, year = 2024): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, contract) => {
      const articles = Array.from({ length: 6 }, (_, article) => {
        const number = article + 1;
        return `第${number}条　卖方应于${year}年${number}月向买方交付第${contract * 10 + number}批货物，逾期每日支付违约金${year * contract + number}元。`;
      });
      return [`contract-${contract}.txt`, `买卖合同 ${contract}\n\n${articles.join('\n\n')}\n`];
    }),
  );
}
