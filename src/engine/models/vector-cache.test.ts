import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BuiltinEmbedder, createBuiltinEmbedder } from './builtin';
import { embedderSuite, many } from './embedder.suite';
import { type CachedEmbedder, withVectorCache } from './vector-cache';

const create = () =>
  createBuiltinEmbedder({
    modelFolder: resolve('resources/models/multilingual-e5-small-zhen'),
    workerScript: resolve('out/main/model-worker.js'),
    sessions: 1,
  });

let embedder: BuiltinEmbedder;
let folder = '';
const passages = many(10);

beforeAll(async () => {
  embedder = await create();
});
afterAll(() => embedder.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quaere-vectors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another process's view of the folder, more or less: its own index and its own segment. */
const openCache = (): Promise<CachedEmbedder> => withVectorCache({ ...embedder, close: async () => undefined }, folder);

embedderSuite('built in, with a cache', {
  create: async () => withVectorCache(await create(), await mkdtemp(join(tmpdir(), 'quaere-vectors-'))),
  dimensions: 384,
});

test('what was embedded once is read from disk, then and by the next process', async () => {
  const bare = await embedder.embedPassages(passages);
  const first = await openCache();
  expect(await first.embedPassages(passages.slice(0, 6))).toEqual(bare.subarray(0, 6 * 384));
  expect(await first.embedPassages(passages)).toEqual(bare);
  expect(first.counts).toEqual({ hits: 6, misses: 10 });
  const second = await openCache();
  expect(await second.embedPassages(passages.toReversed())).toHaveLength(10 * 384);
  expect(second.counts).toEqual({ hits: 10, misses: 0 });
  expect(await second.embedPassages(passages)).toEqual(bare);
  await Promise.all([first.close(), second.close()]);
});

test('two that write at the same time do not disturb each other', async () => {
  const [first, second] = [await openCache(), await openCache()];
  const vectors = await Promise.all([first.embedPassages(passages), second.embedPassages(passages)]);
  expect(vectors[0]).toEqual(vectors[1]);
  await Promise.all([first.close(), second.close()]);
  const third = await openCache();
  expect(await third.embedPassages(passages)).toEqual(vectors[0]);
  expect(third.counts.misses).toBe(0);
  await third.close();
});

test('a record that was cut off is embedded anew', async () => {
  const first = await openCache();
  const bare = await first.embedPassages(passages);
  await first.close();
  const segments = join(folder, embedder.fingerprint);
  const [segment] = await readdir(segments);
  await appendFile(join(segments, segment!), Buffer.alloc(700, 1));
  const second = await openCache();
  expect(await second.embedPassages(many(11))).toHaveLength(11 * 384);
  expect(second.counts).toEqual({ hits: 10, misses: 1 });
  expect(await second.embedPassages(passages)).toEqual(bare);
  await second.close();
});
