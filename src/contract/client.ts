import { z } from 'zod';
import {
  type EngineCall,
  type EngineClient,
  type EngineEvent,
  type EventPayload,
  engineCalls,
  engineEvents,
  type Params,
  type Result,
} from './calls';
import { type Failure, QuaereError } from './errors';
import { type RequestFrame, type ResponseFrame, responseFrameSchema } from './frames';
import type { FramePort } from './port';

// The same schemas, typed so that choosing one by a type parameter keeps the tie to its output.
const calls: { readonly [C in EngineCall]: { readonly result: z.ZodType<Result<C>> } } = engineCalls;
const events: { readonly [E in EngineEvent]: z.ZodType<EventPayload<E>> } = engineEvents;

interface PendingCall {
  answer(value: unknown): void;
  fail(failure: Failure): void;
}

/** The engine at the other end of a port. Once the port has closed, every call fails with `engine-stopped`. */
export function createEngineClient(port: FramePort): EngineClient {
  const pending = new Map<number, PendingCall>();
  const listeners = createListeners();
  let nextId = 0;
  let closed = false;

  const take = (id: number): PendingCall | undefined => {
    const call = pending.get(id);
    pending.delete(id);
    return call;
  };
  const failAll = (failure: Failure): void => {
    const calls = [...pending.values()];
    pending.clear();
    for (const call of calls) call.fail(failure);
  };
  const receive = (frame: ResponseFrame): void => {
    if (frame.type === 'value') take(frame.id)?.answer(frame.value);
    else if (frame.type === 'failure') take(frame.id)?.fail(frame.failure);
    else if (isEngineEvent(frame.name)) listeners.tell(frame.name, frame.payload);
  };

  port.onFrame((data) => {
    const frame = responseFrameSchema.safeParse(data);
    // Nobody can say which call a damaged frame was the answer to.
    if (frame.success) receive(frame.data);
    else failAll({ kind: 'internal', detail: `damaged frame from the engine: ${z.prettifyError(frame.error)}` });
  });
  port.onClose(() => {
    closed = true;
    failAll({ kind: 'engine-stopped' });
  });

  return {
    call<C extends EngineCall>(name: C, params: Params<C>, signal?: AbortSignal): Promise<Result<C>> {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new QuaereError({ kind: 'engine-stopped' }));
        if (signal?.aborted) return reject(new QuaereError({ kind: 'cancelled' }));
        const id = nextId++;
        const cancel = (): void => {
          port.send({ type: 'cancel', id } satisfies RequestFrame);
          take(id)?.fail({ kind: 'cancelled' });
        };
        const settle = (): void => signal?.removeEventListener('abort', cancel);
        pending.set(id, {
          answer: (value) => {
            settle();
            const result = calls[name].result.safeParse(value);
            if (result.success) resolve(result.data);
            else
              reject(
                new QuaereError({ kind: 'internal', detail: `answer to ${name}: ${z.prettifyError(result.error)}` }),
              );
          },
          fail: (failure) => {
            settle();
            reject(new QuaereError(failure));
          },
        });
        signal?.addEventListener('abort', cancel, { once: true });
        try {
          port.send({ type: 'call', id, name, params } satisfies RequestFrame);
        } catch (error) {
          // The parameters cannot be copied to another process.
          take(id)?.fail({ kind: 'bad-request', detail: String(error) });
        }
      });
    },
    on: listeners.add,
  };
}

type Listeners = { [E in EngineEvent]: Set<(payload: EventPayload<E>) => void> };

function createListeners() {
  const listeners: Listeners = { matter: new Set(), matterDeleted: new Set(), recovered: new Set() };
  return {
    add<E extends EngineEvent>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    tell<E extends EngineEvent>(event: E, payload: unknown): void {
      const parsed = events[event].safeParse(payload);
      if (parsed.success) for (const listener of listeners[event]) listener(parsed.data);
    },
  };
}

function isEngineEvent(name: string): name is EngineEvent {
  return Object.hasOwn(engineEvents, name);
}
