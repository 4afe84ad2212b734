import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { EngineState } from '../contract/bridge';
import { webPort } from '../contract/port';
import { createEngineConnection } from './engine-connection';

const MATTER = '6f1c1d43-5d3c-4a5e-9d39-0d4f8c2f6b11';

const engines: MessagePort[] = [];
afterEach(() => {
  for (const port of engines.splice(0)) port.close();
});

/** An engine that answers `listMatters` with nothing and holds every other call. */
function startEngine() {
  const { port1, port2 } = new MessageChannel();
  engines.push(port1);
  port1.on('message', (frame) => {
    if (frame.name === 'listMatters') port1.postMessage({ type: 'value', id: frame.id, value: [] });
  });
  return { port: webPort(port2), die: () => port1.close() };
}

function watch(connection: ReturnType<typeof createEngineConnection>): EngineState[] {
  const states: EngineState[] = [];
  connection.onEngineState((state) => states.push(state));
  return states;
}

const EMPTY = { ok: true, value: [] };
const STOPPED = { ok: false, failure: { kind: 'engine-stopped' } };
const CANCELLED = { ok: false, failure: { kind: 'cancelled' } };

test('calls made while the engine starts wait for it', async () => {
  const connection = createEngineConnection();
  const states = watch(connection);
  const calls = [connection.call('listMatters', {}), connection.call('listMatters', {})];
  connection.notice('starting', undefined);
  connection.notice('ready', startEngine().port);
  expect(await Promise.all(calls)).toEqual([EMPTY, EMPTY]);
  expect(states).toEqual(['starting', 'ready']);
});

test('the death of the engine fails what is in flight, and what comes then goes to the next engine', async () => {
  const connection = createEngineConnection();
  const states = watch(connection);
  const first = startEngine();
  connection.notice('ready', first.port);
  const inFlight = connection.call('index', { matter: MATTER });
  first.die();
  expect(await inFlight).toEqual(STOPPED);
  const next = connection.call('listMatters', {});
  connection.notice('ready', startEngine().port);
  expect(await next).toEqual(EMPTY);
  expect(states).toEqual(['starting', 'ready', 'starting', 'restarted']);
});

test('a new engine that is there before the old one is seen to be gone stays', async () => {
  const connection = createEngineConnection();
  const states = watch(connection);
  const first = startEngine();
  connection.notice('ready', first.port);
  const inFlight = connection.call('index', { matter: MATTER });
  connection.notice('ready', startEngine().port);
  first.die();
  expect(await inFlight).toEqual(STOPPED);
  expect(await connection.call('listMatters', {})).toEqual(EMPTY);
  expect(states).toEqual(['starting', 'ready', 'restarted']);
});

test('an engine that is started no more fails what waits for it, and every later call', async () => {
  const connection = createEngineConnection();
  const waiting = connection.call('listMatters', {});
  connection.notice('stopped', undefined);
  expect(await waiting).toEqual(STOPPED);
  expect(await connection.call('listMatters', {})).toEqual(STOPPED);
});

test('a call can be cancelled while it waits and while it runs; unknown ids are ignored', async () => {
  const connection = createEngineConnection();
  const waiting = connection.call('listMatters', {}, 1);
  connection.cancel(1);
  expect(await waiting).toEqual(CANCELLED);
  connection.notice('ready', startEngine().port);
  const running = connection.call('index', { matter: MATTER }, 2);
  await connection.call('listMatters', {});
  connection.cancel(2);
  expect(await running).toEqual(CANCELLED);
  connection.cancel(1);
  connection.cancel(99);
});
