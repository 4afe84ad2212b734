// The engine's own process under Electron: a utilityProcess of main. Main says where things are, then hands over the port of each client.
import type { EngineClient } from '../../contract/calls';
import { controlSchema, type Ready } from '../../contract/control';
import { QuaereError, toFailure } from '../../contract/errors';
import { emitterPort } from '../../contract/port';
import { createEngine, type Engine, type EngineOptions } from '../engine';
import { serve } from './serve';

let engine: Promise<Engine> | undefined;

process.parentPort.on('message', async ({ data, ports }) => {
  const message = controlSchema.parse(data);
  if (message.type === 'start') {
    engine = start(message.options);
    const started = await engine;
    process.parentPort.postMessage({ type: 'ready' } satisfies Ready);
    // What is wrong with a matter shows when the window asks for it.
    started.takeUp().catch(() => {});
  } else if (message.type === 'client') {
    const [port] = ports;
    if (engine && port) serve(await engine, emitterPort(port));
  } else {
    await (await engine)?.close();
    process.exit(0);
  }
});

/** An engine that cannot start still answers: every call fails with the reason, which the window then shows. */
async function start(options: EngineOptions): Promise<Engine> {
  try {
    return await createEngine(options);
  } catch (error) {
    const failure = toFailure(error);
    const call: EngineClient['call'] = () => Promise.reject(new QuaereError(failure));
    return { call, on: () => () => {}, takeUp: async () => {}, close: async () => {} };
  }
}
