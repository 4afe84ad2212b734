import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type BuiltinEmbedder, type BuiltinOptions, createBuiltinEmbedder } from './builtin';
import { dot, embedderSuite, many } from './embedder.suite';
import { composePassage } from './prompt';
import { loadSession } from './session';
import { loadTokenizer } from './tokenizer';

const modelFolder = resolve('resources/models/multilingual-e5-small-zhen');
const workerScript = resolve('out/main/model-worker.js');
const open: BuiltinEmbedder[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((embedder) => embedder.close()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function create(options: Partial<BuiltinOptions> = {}): Promise<BuiltinEmbedder> {
  const embedder = await createBuiltinEmbedder({ modelFolder, workerScript, sessions: 2, ...options });
  open.push(embedder);
  return embedder;
}

/** A copy of the model that a test may damage. */
async function copyOfModel(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quaere-model-'));
  folders.push(folder);
  const copy = join(folder, 'multilingual-e5-small-zhen');
  await cp(modelFolder, copy, { recursive: true });
  await cp(join(modelFolder, '..', 'SHA256SUMS'), join(folder, 'SHA256SUMS'));
  return copy;
}

const passages = many(60);

embedderSuite('built in', {
  create: () => createBuiltinEmbedder({ modelFolder, workerScript, sessions: 2 }),
  dimensions: 384,
});

test('its vectors are those of the model run bare, bit by bit', async () => {
  const vectors = await (await create()).embedPassages(passages);
  const tokenizer = await loadTokenizer(modelFolder);
  const embed = await loadSession(modelFolder);
  for (const row of [0, 7, 59]) {
    const ids = tokenizer.encode(composePassage(passages[row]!))!;
    expect(vectors.subarray(row * 384, (row + 1) * 384)).toEqual(await embed(ids));
  }
});

test('cosines of known texts stay what they were', async () => {
  const embedder = await create({ sessions: 1 });
  const { vector } = await embedder.embedQuery('房东不退押金怎么办？');
  const vectors = await embedder.embedPassages([
    { title: '房屋租赁合同', heading: ['第五条 押金'], text: '合同终止后，出租人应当在七日内无息退还押金。' },
    { title: '房屋租赁合同', heading: ['第九条 争议解决'], text: '因本合同发生的争议，由房屋所在地人民法院管辖。' },
    { title: 'Lease', heading: ['5 Deposit'], text: 'The Landlord shall return the deposit within seven days.' },
  ]);
  const cosines = [0, 1, 2].map((row) => dot(vector, vectors.subarray(row * 384, (row + 1) * 384)));
  // From exact integer arithmetic; processors without VNNI saturate some sums.
  for (const [index, golden] of [0.891, 0.849, 0.784].entries())
    expect(Math.abs(cosines[index]! - golden)).toBeLessThan(0.01);
});

test('a session killed during a call costs time, not the call', async () => {
  const recovered: string[] = [];
  const embedder = await create({ onRecovered: (detail) => recovered.push(detail) });
  const expected = await embedder.embedPassages(passages);
  const call = embedder.embedPassages(passages);
  await sleep(150);
  const killed = embedder.pids();
  for (const pid of killed) process.kill(pid, 'SIGKILL');
  expect(await call).toEqual(expected);
  expect(recovered.length).toBeGreaterThan(0);
  for (const pid of embedder.pids()) expect(killed).not.toContain(pid);
});

test('a session killed during a question likewise', async () => {
  const embedder = await create({ sessions: 1 });
  const expected = await embedder.embedQuery('名誉权');
  const work = embedder.embedPassages(passages);
  await sleep(50);
  const call = embedder.embedQuery('名誉权');
  process.kill(embedder.pids()[0]!, 'SIGKILL');
  expect(await call).toEqual(expected);
  await work;
});

test('a session that dies whenever it is asked is a failure, not a loop', async () => {
  const embedder = await create({ sessions: 1, workerScript: resolve('out/main/no-such-worker.js') });
  await expect(embedder.embedQuery('名誉权')).rejects.toMatchObject({ failure: { kind: 'model-crashed' } });
  await expect(embedder.embedPassages(passages)).rejects.toMatchObject({ failure: { kind: 'model-crashed' } });
});

test('a model file that is missing or damaged is named, and works again once it is back', async () => {
  const copy = await copyOfModel();
  const weights = join(copy, 'onnx', 'model_quantized.onnx');
  const whole = await readFile(weights);
  const embedder = await create({ modelFolder: copy, sessions: 1 });
  await rm(weights);
  await expect(embedder.embedQuery('名誉权')).rejects.toMatchObject({
    failure: { kind: 'model-missing', path: weights },
  });
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(40_000_000) ^ 1, 40_000_000);
  await writeFile(weights, damaged);
  await expect(embedder.embedPassages(passages)).rejects.toMatchObject({
    failure: { kind: 'model-corrupt', path: weights },
  });
  await truncate(weights, 1000);
  await expect(embedder.embedQuery('名誉权')).rejects.toMatchObject({ failure: { kind: 'model-corrupt' } });
  await writeFile(weights, whole);
  expect((await embedder.embedQuery('名誉权')).vector.length).toBe(384);
});

test('a model folder that is missing, empty or of another model fails at once', async () => {
  const missing = resolve('resources/models/none');
  await expect(create({ modelFolder: missing })).rejects.toMatchObject({ failure: { kind: 'model-missing' } });
  const copy = await copyOfModel();
  await writeFile(join(copy, 'config.json'), '{"hidden_size":"many"}');
  await expect(create({ modelFolder: copy })).rejects.toMatchObject({ failure: { kind: 'model-corrupt' } });
});

test('sessions end after a while without work', async () => {
  const embedder = await create({ sessions: 1, idleMilliseconds: 300 });
  await embedder.embedQuery('名誉权');
  expect(embedder.pids()).toHaveLength(1);
  await sleep(1000);
  expect(embedder.pids()).toHaveLength(0);
});

test('after close nothing is embedded and no process is left', async () => {
  const embedder = await create();
  await embedder.embedQuery('名誉权');
  const pids = embedder.pids();
  await embedder.close();
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
  await expect(embedder.embedQuery('名誉权')).rejects.toMatchObject({ failure: { kind: 'engine-stopped' } });
});
