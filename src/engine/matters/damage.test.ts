import { appendFile, cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../engine';
import { expectConsistent } from '../testing/consistency.fixture';
import { modelFolder } from '../testing/documents.fixture';
import {
  failureOf,
  foundBy,
  makeWorkplace,
  matterOf,
  passagesOf,
  resources,
  until,
  type Workplace,
} from '../testing/workplace.fixture';

let place: Workplace;
let engine: Engine;
let matter: string;
beforeEach(async () => {
  place = await makeWorkplace({
    'lease.txt': 'The tenant pays a deposit.',
    '规则.txt': '第一条　存货人应当支付仓储费。\n',
  });
  engine = await place.engine();
  matter = await matterOf(engine, place.folder);
});
afterEach(() => place.remove());

const matterFolder = () => join(place.home, 'matters', matter);

/** The files of the closed database whose path holds `part`. */
async function databaseFiles(part: string): Promise<string[]> {
  const entries = await readdir(join(matterFolder(), 'store'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => file.includes(part));
}

describe('a damaged database is made anew from the sources', () => {
  test.each([
    ['the ledger', 'files.lance/data'],
    ['the documents', 'documents.lance/data'],
    ['the chunks', 'chunks.lance/data'],
    ['the vectors', 'vectors_'],
    ['all manifests', '.manifest'],
  ])('%s overwritten with garbage', async (_name, part) => {
    await engine.call('index', { matter, vectors: false });
    await engine.close();
    const files = await databaseFiles(part);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) await writeFile(file, 'garbage '.repeat(100));
    engine = await place.engine();
    await engine.takeUp();
    await engine.call('index', { matter, vectors: false });
    expect(await foundBy(engine, matter, 'deposit')).toEqual(['lease.txt']);
    expect(await foundBy(engine, matter, '仓储费')).toEqual(['规则.txt']);
    await engine.close();
    await expectConsistent(place.home, matter, { vectors: false });
  });

  test('files cut short', async () => {
    await engine.call('index', { matter, vectors: false });
    await engine.close();
    for (const file of await databaseFiles('.lance/data'))
      await truncate(file, Math.floor((await stat(file)).size / 2));
    engine = await place.engine();
    await engine.call('index', { matter, vectors: false });
    expect(await foundBy(engine, matter, 'deposit')).toEqual(['lease.txt']);
  });

  test('the folder of the database gone', async () => {
    await engine.call('index', { matter, vectors: false });
    await engine.close();
    await rm(join(matterFolder(), 'store'), { recursive: true });
    engine = await place.engine();
    await engine.call('index', { matter, vectors: false });
    expect(await foundBy(engine, matter, 'deposit')).toEqual(['lease.txt']);
  });

  test('written by another version of the program', async () => {
    await engine.call('index', { matter, vectors: false });
    await engine.close();
    const file = join(matterFolder(), 'matter.json');
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...Object(kept), format: 'schema 0' }));
    engine = await place.engine();
    expect((await engine.call('listMatters', {}))[0]).toMatchObject({ name: 'Case', counts: { discovered: 0 } });
    await engine.takeUp();
    await until(async () => (await engine.call('status', { matter })).counts.indexed === 2);
  });

  test('a matter whose own file is damaged is left alone, the others are there', async () => {
    const { id } = await engine.call('createMatter', { name: 'Other' });
    await engine.close();
    await writeFile(join(matterFolder(), 'matter.json'), '{"id":');
    engine = await place.engine();
    expect((await engine.call('listMatters', {})).map((one) => one.id)).toEqual([id]);
    expect(await failureOf(engine.call('search', { matter, query: 'x' }))).toEqual({
      kind: 'matter-not-found',
      matter,
    });
  });
});

describe('the model', () => {
  /** Resources of the test's own, with a copy of the model. */
  async function ownResources(): Promise<{ resources: string; weights: string }> {
    const own = join(place.aside, 'resources');
    await cp(join(resources, 'models', 'SHA256SUMS'), join(own, 'models', 'SHA256SUMS'));
    const model = join(own, 'models', 'multilingual-e5-small-zhen');
    await cp(modelFolder, model, { recursive: true });
    return { resources: own, weights: join(model, 'onnx', 'model_quantized.onnx') };
  }

  test.each(['missing', 'corrupt'])(
    'its weights %s: files are found by their words, and a note says why not by meaning',
    async (problem) => {
      const { resources: own, weights } = await ownResources();
      if (problem === 'missing') await rm(weights);
      else await appendFile(weights, 'x');
      const lame = await place.engine({ resources: own });
      expect(await failureOf(lame.call('index', { matter }))).toMatchObject({
        kind: `model-${problem}`,
        path: weights,
      });
      const result = await lame.call('search', { matter, query: 'Who pays the deposit?' });
      expect(result.notes).toMatchObject([
        { kind: 'words-only', failure: { kind: `model-${problem}`, path: weights } },
      ]);
      expect(passagesOf(result)[0]?.text).toBe('The tenant pays a deposit.');

      // Put back, it is used without a new start.
      await cp(join(modelFolder, 'onnx', 'model_quantized.onnx'), weights);
      expect(await lame.call('index', { matter })).toMatchObject({ chunks: 2, vectors: 2 });
      expect((await lame.call('search', { matter, query: 'Who pays the deposit?' })).notes).toEqual([]);
    },
  );

  test('all of it missing: the engine does not start, and says what is missing', async () => {
    expect(await failureOf(place.engine({ resources: place.aside }))).toMatchObject({ kind: 'model-missing' });
  });
});

test('a data folder that cannot be made', async () => {
  const home = join(place.aside, 'a file', 'home');
  await writeFile(join(place.aside, 'a file'), 'not a folder');
  expect(await failureOf(place.engine({ home }))).toEqual({ kind: 'not-writable', path: home });
});
