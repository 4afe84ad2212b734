import type { BridgeEvent, EngineState, Outcome, QuaereBridge } from '../contract/bridge';
import type { EngineCall, EngineClient, Params, Result } from '../contract/calls';
import { createEngineClient } from '../contract/client';
import { QuaereError, toFailure } from '../contract/errors';
import type { EngineNotice } from '../contract/notice';
import type { FramePort } from '../contract/port';

export interface EngineConnection extends Pick<QuaereBridge, 'call' | 'cancel' | 'onEvent' | 'onEngineState'> {
  /** What main says of the engine; `ready` comes with the port to it. */
  notice(state: EngineNotice['state'], port: FramePort | undefined): void;
}

interface WaitingCall {
  go(client: EngineClient): void;
  fail(error: QuaereError): void;
}

/** The engine as the window sees it: one engine, whichever process answers at the moment. */
export function createEngineConnection(): EngineConnection {
  const controllers = new Map<number, AbortController>();
  const eventListeners = new Set<(event: BridgeEvent) => void>();
  const stateListeners = new Set<(state: EngineState) => void>();
  const waiting = new Set<WaitingCall>();
  let current: EngineClient | undefined;
  let state: EngineState = 'starting';
  let stopped = false;
  let connectedBefore = false;

  const become = (next: EngineState): void => {
    state = next;
    for (const listener of stateListeners) listener(next);
  };
  const tell = (event: BridgeEvent): void => {
    for (const listener of eventListeners) listener(event);
  };
  const connect = (port: FramePort): void => {
    const client = createEngineClient(port);
    client.on('matter', (payload) => tell({ name: 'matter', payload }));
    client.on('matterDeleted', (payload) => tell({ name: 'matterDeleted', payload }));
    client.on('recovered', (payload) => tell({ name: 'recovered', payload }));
    port.onClose(() => {
      // The news of a new engine can overtake the end of the old one.
      if (current !== client) return;
      current = undefined;
      become('starting');
    });
    current = client;
    for (const call of waiting) call.go(client);
    become(connectedBefore ? 'restarted' : 'ready');
    connectedBefore = true;
  };
  const stop = (): void => {
    stopped = true;
    for (const call of waiting) call.fail(new QuaereError({ kind: 'engine-stopped' }));
  };
  /** The client at once, or as soon as there is an engine again. */
  const find = async (signal: AbortSignal): Promise<EngineClient> => {
    if (current) return current;
    if (stopped) throw new QuaereError({ kind: 'engine-stopped' });
    let call: WaitingCall | undefined;
    try {
      return await new Promise<EngineClient>((go, fail) => {
        call = { go, fail };
        waiting.add(call);
        signal.addEventListener('abort', () => fail(new QuaereError({ kind: 'cancelled' })), { once: true });
      });
    } finally {
      if (call) waiting.delete(call);
    }
  };

  return {
    async call<C extends EngineCall>(name: C, params: Params<C>, callId?: number): Promise<Outcome<Result<C>>> {
      const controller = new AbortController();
      if (callId !== undefined) controllers.set(callId, controller);
      try {
        const client = await find(controller.signal);
        return { ok: true, value: await client.call(name, params, controller.signal) };
      } catch (error) {
        return { ok: false, failure: toFailure(error) };
      } finally {
        if (callId !== undefined) controllers.delete(callId);
      }
    },
    cancel: (callId) => controllers.get(callId)?.abort(),
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    onEngineState(listener) {
      stateListeners.add(listener);
      listener(state);
      return () => stateListeners.delete(listener);
    },
    notice(told, port) {
      if (told === 'ready' && port) connect(port);
      else if (told === 'stopped') stop();
    },
  };
}
