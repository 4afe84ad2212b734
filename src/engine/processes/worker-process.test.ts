import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildFixture } from './build-fixture';
import type { FixtureRequest } from './worker.fixture';
import { WorkerError, type WorkerFailure } from './worker-error';
import { WorkerProcess } from './worker-process';

let script = '';
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  script = await buildFixture(fileURLToPath(new URL('worker.fixture.ts', import.meta.url)));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((worker) => worker.close()));
});

function start<Reply>(parse: (body: unknown) => Reply, execArgv: string[] = []): WorkerProcess<FixtureRequest, Reply> {
  const worker = new WorkerProcess<FixtureRequest, Reply>({ script, parse, execArgv });
  open.push(worker);
  return worker;
}

const anything = (body: unknown): unknown => body;

async function failureOf(reply: Promise<unknown>): Promise<WorkerFailure> {
  const error = await reply.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WorkerError)) throw new Error(`not a WorkerError: ${error}`);
  return error.failure;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether the process is gone within the time given. */
async function ends(pid: number, milliseconds: number): Promise<boolean> {
  const limit = Date.now() + milliseconds;
  while (isAlive(pid) && Date.now() < limit) await sleep(20);
  return !isAlive(pid);
}

test('answers, with typed arrays and lone surrogates as they were', async () => {
  const worker = start(anything);
  expect(await worker.request({ do: 'echo', value: { vector: Float32Array.of(0.5, -1), text: '\ud800案' } })).toEqual({
    vector: Float32Array.of(0.5, -1),
    text: '\ud800案',
  });
});

test('answers several requests in whatever order they end', async () => {
  const worker = start(z.number().parse);
  const order: number[] = [];
  const note = (reply: number) => order.push(reply);
  await Promise.all([
    worker.request({ do: 'sleep', milliseconds: 200 }).then(note),
    worker.request({ do: 'sleep', milliseconds: 1 }).then(note),
  ]);
  expect(order).toEqual([1, 200]);
  expect(worker.load).toBe(0);
});

test('a request that takes too long is killed, and the next one has a new process', async () => {
  const worker = start(anything);
  await worker.request({ do: 'echo', value: 1 });
  const first = worker.pid!;
  expect(await failureOf(worker.request({ do: 'loop' }, { milliseconds: 100 }))).toEqual({
    kind: 'timed-out',
    milliseconds: 100,
  });
  expect(await worker.request({ do: 'echo', value: 2 })).toBe(2);
  expect(worker.pid).not.toBe(first);
  expect(await ends(first, 10_000)).toBe(true);
});

test('an aborted request is killed', async () => {
  const worker = start(anything);
  await worker.request({ do: 'echo', value: 1 });
  const first = worker.pid!;
  const controller = new AbortController();
  const reply = worker.request({ do: 'loop' }, { signal: controller.signal });
  controller.abort();
  expect(await failureOf(reply)).toEqual({ kind: 'cancelled' });
  expect(await ends(first, 10_000)).toBe(true);
  expect(await failureOf(worker.request({ do: 'loop' }, { signal: controller.signal }))).toEqual({ kind: 'cancelled' });
});

test('a crash says its code and what stood on standard error', async () => {
  const worker = start(anything);
  expect(await failureOf(worker.request({ do: 'exit', code: 7 }))).toEqual({
    kind: 'crashed',
    code: 7,
    signal: null,
    detail: 'about to leave',
  });
  expect(await worker.request({ do: 'echo', value: 3 })).toBe(3);
});

test('SIGKILL during requests fails each of them', async () => {
  const worker = start(anything);
  await worker.request({ do: 'echo', value: 1 });
  const replies = [1, 2].map(() => failureOf(worker.request({ do: 'sleep', milliseconds: 30_000 })));
  process.kill(worker.pid!, 'SIGKILL');
  for (const failure of await Promise.all(replies))
    expect(failure).toMatchObject({ kind: 'crashed', signal: 'SIGKILL' });
});

test('a script that is not there is a crash', async () => {
  const worker = new WorkerProcess<FixtureRequest, unknown>({ script: `${script}.missing`, parse: anything });
  expect(await failureOf(worker.request({ do: 'loop' }))).toMatchObject({ kind: 'crashed', code: 1 });
});

test('memory has limits: the heap and the buffers', async () => {
  expect(await failureOf(start(anything, ['--max-old-space-size=64']).request({ do: 'fill-heap' }))).toMatchObject({
    kind: 'out-of-memory',
  });
  expect(await failureOf(start(anything).request({ do: 'fill-buffers' }))).toMatchObject({ kind: 'out-of-memory' });
});

test('neither a handler that throws, nor a malformed request or reply, ends the process', async () => {
  const worker = start(z.number().parse);
  expect(await worker.request({ do: 'echo', value: 1 })).toBe(1);
  const { pid } = worker;
  expect(await failureOf(worker.request({ do: 'throw' }))).toEqual({
    kind: 'refused',
    detail: 'RangeError: no such passage',
  });
  expect(await failureOf(worker.request({ do: 'echo', value: 'not a number' }))).toMatchObject({ kind: 'refused' });
  expect(await failureOf(worker.request(JSON.parse('{"do":"dance"}')))).toMatchObject({ kind: 'refused' });
  expect(await worker.request({ do: 'echo', value: 2 })).toBe(2);
  expect(worker.pid).toBe(pid);
});

test('a reply of 120 MB comes through', async () => {
  const reply = await start(z.string().parse).request({ do: 'letters', length: 60e6 });
  expect(reply.length).toBe(60e6);
  expect(reply.at(-1)).toBe('文');
});

test('a process in an endless loop ends with its parent, which was killed', async () => {
  const parent = start(anything);
  const pidFile = join(dirname(script), 'grandchild.pid');
  await parent.request({ do: 'be-a-parent', script, pidFile });
  const grandchild = Number(await readFile(pidFile, 'utf8'));
  expect(isAlive(grandchild)).toBe(true);
  process.kill(parent.pid!, 'SIGKILL');
  expect(await ends(grandchild, 10_000)).toBe(true);
});

test('a worker with nothing to do does not keep its parent alive, and goes with it', async () => {
  const parent = await buildFixture(fileURLToPath(new URL('idle-parent.fixture.ts', import.meta.url)));
  const { stdout } = await promisify(execFile)(process.execPath, [parent, script], { timeout: 20_000 });
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(await ends(Number(stdout), 10_000)).toBe(true);
});

test('close ends the process and what is under way', async () => {
  const worker = start(anything);
  await worker.request({ do: 'echo', value: 1 });
  const pid = worker.pid!;
  const reply = failureOf(worker.request({ do: 'loop' }));
  await worker.close();
  expect(await reply).toEqual({ kind: 'cancelled' });
  expect(isAlive(pid)).toBe(false);
});
