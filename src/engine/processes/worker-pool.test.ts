import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { buildFixture } from './build-fixture';
import type { FixtureRequest } from './worker.fixture';
import { WorkerPool } from './worker-pool';

let script = '';
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  script = await buildFixture(fileURLToPath(new URL('worker.fixture.ts', import.meta.url)));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

function start(workers: number, depth = 1, idleMilliseconds = 60_000): WorkerPool<FixtureRequest, unknown> {
  const pool = new WorkerPool<FixtureRequest, unknown>({
    script,
    parse: (body) => body,
    workers,
    depth,
    idleMilliseconds,
  });
  open.push(pool);
  return pool;
}

test('shares the work out, first in, first out, and starts no more processes than there is work for', async () => {
  const pool = start(2);
  await pool.request({ do: 'echo', value: 0 });
  expect(pool.pids).toHaveLength(1);
  await pool.request({ do: 'echo', value: 0 });
  expect(pool.pids).toHaveLength(1);
  const order: unknown[] = [];
  await Promise.all(
    [1, 2, 3, 4, 5].map((value) => pool.request({ do: 'echo', value }).then((reply) => order.push(reply))),
  );
  expect(pool.pids).toHaveLength(2);
  expect([...order].sort()).toEqual([1, 2, 3, 4, 5]);
});

test('an urgent request goes past the queue', async () => {
  const pool = start(1, 2);
  const order: string[] = [];
  const slow = [1, 2, 3].map((n) =>
    pool.request({ do: 'sleep', milliseconds: 300 }).then(() => order.push(`slow ${n}`)),
  );
  await pool.request({ do: 'echo', value: 0 }, { urgent: true }).then(() => order.push('urgent'));
  await Promise.all(slow);
  expect(order).toEqual(['urgent', 'slow 1', 'slow 2', 'slow 3']);
});

test('one that times out costs itself alone', async () => {
  const pool = start(1);
  const replies = await Promise.allSettled([
    pool.request({ do: 'loop' }, { milliseconds: 200 }),
    pool.request({ do: 'echo', value: 'next' }),
  ]);
  expect(replies).toMatchObject([
    { status: 'rejected', reason: { failure: { kind: 'timed-out' } } },
    { status: 'fulfilled', value: 'next' },
  ]);
});

test('one that is aborted while it waits leaves the process alone', async () => {
  const pool = start(1);
  await pool.request({ do: 'echo', value: 0 });
  const pids = pool.pids;
  const controller = new AbortController();
  const first = pool.request({ do: 'sleep', milliseconds: 200 });
  const second = pool.request({ do: 'echo', value: 2 }, { signal: controller.signal });
  controller.abort();
  await expect(second).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
  expect(await first).toBe(200);
  expect(pool.pids).toEqual(pids);
});

test('after a while without work the processes end, and work starts them anew', async () => {
  const pool = start(2, 1, 200);
  await Promise.all([pool.request({ do: 'echo', value: 1 }), pool.request({ do: 'echo', value: 2 })]);
  expect(pool.pids).toHaveLength(2);
  await sleep(600);
  expect(pool.pids).toHaveLength(0);
  expect(await pool.request({ do: 'echo', value: 3 })).toBe(3);
});

test('close drops what waits', async () => {
  const pool = start(1);
  const replies = Promise.allSettled([pool.request({ do: 'loop' }), pool.request({ do: 'echo', value: 1 })]);
  await pool.close();
  for (const reply of await replies) expect(reply).toMatchObject({ reason: { failure: { kind: 'cancelled' } } });
});
