import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { EngineClient } from '../../contract/calls';
import { createEngineClient } from '../../contract/client';
import { QuaereError, toFailure } from '../../contract/errors';
import type { Matter } from '../../contract/matters';
import { webPort } from '../../contract/port';
import { serve } from './serve';

const MATTER: Matter = {
  id: '6f1c1d43-5d3c-4a5e-9d39-0d4f8c2f6b11',
  name: '张三诉李四',
  sample: false,
  created: 0,
  sources: [],
  counts: { discovered: 0, waiting: 0, indexed: 0, skipped: 0, unsupported: 0, failed: 0 },
  documents: 0,
  coverage: { chunks: 0, vectors: 0 },
  activity: { phase: 'idle' },
};

/** Answers two calls, holds `index` until it is cancelled, and gives a wrong answer to `sampleQuestions`. */
class ScriptedEngine {
  readonly asked: { name: string; params: unknown }[] = [];
  aborted = 0;
  private readonly matterListeners = new Set<(matter: Matter) => void>();

  tellMatter(): void {
    for (const listener of this.matterListeners) listener(MATTER);
  }
  get subscribers(): number {
    return this.matterListeners.size;
  }

  async call(name: string, params: unknown, signal?: AbortSignal): Promise<unknown> {
    this.asked.push({ name, params });
    if (name === 'listMatters') return [MATTER];
    if (name === 'sampleQuestions') return [42];
    if (name === 'deleteMatter') throw new QuaereError({ kind: 'matter-not-found', matter: MATTER.id });
    if (name === 'documentFile') throw new Error('the disk is on fire');
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        this.aborted++;
        reject(new QuaereError({ kind: 'cancelled' }));
      });
    });
  }
  on(event: string, listener: (payload: never) => void): () => void {
    const heard = (matter: Matter): void => listener(matter as never);
    if (event === 'matter') this.matterListeners.add(heard);
    return () => this.matterListeners.delete(heard);
  }
}

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function connect() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const engine = new ScriptedEngine();
  serve(engine as EngineClient, webPort(port1));
  return { engine, enginePort: port1, clientPort: port2 };
}

function connectClient() {
  const ends = connect();
  return { ...ends, client: createEngineClient(webPort(ends.clientPort)) };
}

/** What a client that keeps no rules gets back for `frame`. */
async function answerTo(port: MessagePort, frame: unknown): Promise<unknown> {
  port.postMessage(frame);
  const [answer] = await once(port, 'message');
  return answer;
}

const failureOf = (promise: Promise<unknown>) => promise.then(() => expect.unreachable(), toFailure);

test('a call returns its value, or fails with the kind that the engine gave', async () => {
  const { client } = connectClient();
  expect(await client.call('listMatters', {})).toEqual([MATTER]);
  expect(await failureOf(client.call('deleteMatter', { matter: MATTER.id }))).toEqual({
    kind: 'matter-not-found',
    matter: MATTER.id,
  });
  expect(await failureOf(client.call('documentFile', { matter: MATTER.id, document: 1 }))).toEqual({
    kind: 'internal',
    detail: 'Error: the disk is on fire',
  });
});

test('an answer of the wrong shape is an internal failure, not a value', async () => {
  const { client } = connectClient();
  expect(await failureOf(client.call('sampleQuestions', { language: 'zh' }))).toMatchObject({ kind: 'internal' });
});

test('cancelling fails the call at once and aborts it in the engine', async () => {
  const { client, engine } = connectClient();
  const controller = new AbortController();
  const failure = failureOf(client.call('index', { matter: MATTER.id }, controller.signal));
  await client.call('listMatters', {});
  controller.abort();
  expect(await failure).toEqual({ kind: 'cancelled' });
  await client.call('listMatters', {});
  expect(engine.aborted).toBe(1);
});

test('a call that was cancelled before it was made never reaches the engine', async () => {
  const { client, engine } = connectClient();
  expect(await failureOf(client.call('listMatters', {}, AbortSignal.abort()))).toEqual({ kind: 'cancelled' });
  await client.call('listMatters', {});
  expect(engine.asked).toHaveLength(1);
});

test('a port that closes fails every pending and every later call, and aborts them in the engine', async () => {
  const { client, engine, enginePort } = connectClient();
  const pending = [1, 2].map(() => failureOf(client.call('index', { matter: MATTER.id })));
  await client.call('listMatters', {});
  enginePort.close();
  expect(await Promise.all(pending)).toEqual([{ kind: 'engine-stopped' }, { kind: 'engine-stopped' }]);
  expect(await failureOf(client.call('listMatters', {}))).toEqual({ kind: 'engine-stopped' });
  await expect.poll(() => engine.aborted).toBe(2);
  expect(engine.subscribers).toBe(0);
});

test('events reach their listeners until they unsubscribe', async () => {
  const { client, engine } = connectClient();
  const heard: Matter[] = [];
  const unsubscribe = client.on('matter', (matter) => heard.push(matter));
  engine.tellMatter();
  await client.call('listMatters', {});
  unsubscribe();
  engine.tellMatter();
  await client.call('listMatters', {});
  expect(heard).toEqual([MATTER]);
});

test.each([
  ['an unknown call', { type: 'call', id: 7, name: 'dropTables', params: {} }],
  ['a name that every object has', { type: 'call', id: 7, name: 'toString', params: {} }],
  ['parameters that do not fit', { type: 'call', id: 7, name: 'index', params: { matter: '../../etc' } }],
  ['no parameters', { type: 'call', id: 7, name: 'search' }],
  ['a frame of no known type', { type: 'shout', id: 7 }],
])('%s is a bad request', async (_, frame) => {
  const { clientPort, engine } = connect();
  expect(await answerTo(clientPort, frame)).toMatchObject({ type: 'failure', id: 7, failure: { kind: 'bad-request' } });
  expect(engine.asked).toEqual([]);
});

test('an id that is in use is refused and its first call goes on', async () => {
  const { clientPort } = connect();
  const index = { type: 'call', id: 1, name: 'index', params: { matter: MATTER.id } };
  clientPort.postMessage(index);
  expect(await answerTo(clientPort, index)).toMatchObject({ id: 1, failure: { kind: 'bad-request' } });
  expect(await answerTo(clientPort, { type: 'cancel', id: 1 })).toMatchObject({
    id: 1,
    failure: { kind: 'cancelled' },
  });
});

test('frames that nobody can be told about are ignored', async () => {
  const { clientPort } = connect();
  for (const frame of [null, 'hello', 12, {}, { type: 'cancel', id: 99 }, { type: 'call', id: 'x' }]) {
    clientPort.postMessage(frame);
  }
  const answer = await answerTo(clientPort, { type: 'call', id: 1, name: 'listMatters', params: {} });
  expect(answer).toEqual({ type: 'value', id: 1, value: [MATTER] });
});

test('a damaged frame from the engine fails what waits for an answer', async () => {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const client = createEngineClient(webPort(port2));
  const failure = failureOf(client.call('listMatters', {}));
  port1.postMessage({ type: 'value' });
  expect(await failure).toMatchObject({ kind: 'internal' });
});
