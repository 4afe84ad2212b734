import { z } from 'zod';
import {
  type EngineCall,
  type EngineClient,
  type EngineEvent,
  engineCalls,
  engineEvents,
  type Params,
} from '../../contract/calls';
import { type Failure, QuaereError, toFailure } from '../../contract/errors';
import { type RequestFrame, type ResponseFrame, requestFrameSchema } from '../../contract/frames';
import type { FramePort } from '../../contract/port';

/** Answers the calls that come through a port and tells it the engine's events, until the other end is gone. */
export function serve(engine: EngineClient, port: FramePort): void {
  const running = new Map<number, AbortController>();
  const reply = (frame: ResponseFrame): void => port.send(frame);

  const answer = async (frame: RequestFrame & { type: 'call' }): Promise<void> => {
    const { id } = frame;
    if (running.has(id)) {
      return reply({ type: 'failure', id, failure: { kind: 'bad-request', detail: `call ${id} is still running` } });
    }
    const controller = new AbortController();
    running.set(id, controller);
    try {
      reply({ type: 'value', id, value: await dispatch(engine, frame.name, frame.params, controller.signal) });
    } catch (error) {
      reply({ type: 'failure', id, failure: toFailure(error) });
    } finally {
      running.delete(id);
    }
  };

  port.onFrame((data) => {
    const frame = requestFrameSchema.safeParse(data);
    if (!frame.success) refuse(data, frame.error);
    else if (frame.data.type === 'cancel') running.get(frame.data.id)?.abort();
    else void answer(frame.data);
  });
  const refuse = (data: unknown, error: z.ZodError): void => {
    const call = z.object({ id: z.int() }).safeParse(data);
    // Without an id there is nobody to tell.
    if (call.success) reply({ type: 'failure', id: call.data.id, failure: badRequest(error) });
  };

  const subscriptions = Object.keys(engineEvents)
    .filter(isEngineEvent)
    .map((name) => engine.on(name, (payload) => reply({ type: 'event', name, payload })));
  port.onClose(() => {
    for (const unsubscribe of subscriptions) unsubscribe();
    for (const controller of running.values()) controller.abort();
  });
}

function dispatch(engine: EngineClient, name: string, params: unknown, signal: AbortSignal): Promise<unknown> {
  if (!isEngineCall(name)) throw new QuaereError({ kind: 'bad-request', detail: `unknown call: ${name}` });
  return callChecked(engine, name, params, signal);
}

// Typed so that choosing a schema by a type parameter keeps the tie to its input.
const schemas: { readonly [C in EngineCall]: { readonly params: z.ZodType<unknown, Params<C>> } } = engineCalls;

function callChecked<C extends EngineCall>(engine: EngineClient, name: C, params: unknown, signal: AbortSignal) {
  check<Params<C>>(schemas[name].params, params);
  return engine.call(name, params, signal);
}

function check<T>(schema: z.ZodType<unknown, T>, value: unknown): asserts value is T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new QuaereError(badRequest(parsed.error));
}

function badRequest(error: z.ZodError): Failure {
  return { kind: 'bad-request', detail: z.prettifyError(error) };
}

function isEngineEvent(name: string): name is EngineEvent {
  return Object.hasOwn(engineEvents, name);
}

function isEngineCall(name: string): name is EngineCall {
  return Object.hasOwn(engineCalls, name);
}
