import type { EngineCall, EngineEvent, EventPayload, Params, Result } from './calls';
import type { DesktopCall, DesktopParams, DesktopResult } from './desktop';
import type { Failure } from './errors';

/**
 * What a call over the bridge comes to. `contextBridge` copies values and loses the class of a thrown error, so that
 * a failure travels as a value and the promise is never rejected.
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** `restarted`: the engine died and a new one is ready; every call that was in flight has failed with `engine-stopped`. */
export type EngineState = 'starting' | 'ready' | 'restarted';

/** One engine event with its payload: a union over all events, so that the name tells the type of the payload. */
export type BridgeEvent = { [E in EngineEvent]: { readonly name: E; readonly payload: EventPayload<E> } }[EngineEvent];

/** What the preload script exposes to the window as `window.quaere`. Functions only: nothing of Node or Electron. */
export interface QuaereBridge {
  /** Calls made while the engine starts wait for it. `callId`: a number unique in this window, for `cancel`. */
  call<C extends EngineCall>(name: C, params: Params<C>, callId?: number): Promise<Outcome<Result<C>>>;
  /** The call then fails with `cancelled`. Unknown and finished ids are ignored. AbortSignal cannot cross the bridge. */
  cancel(callId: number): void;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: BridgeEvent) => void): () => void;
  /** Tells the present state at once, then every change. */
  onEngineState(listener: (state: EngineState) => void): () => void;
  desktop<C extends DesktopCall>(name: C, params: DesktopParams<C>): Promise<Outcome<DesktopResult<C>>>;
  /** Absolute paths of what was dropped on the window (`webUtils.getPathForFile`); files without a path are left out. */
  pathsOfDrop(files: readonly File[]): string[];
}
