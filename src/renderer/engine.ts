import type { Outcome } from '../contract/bridge';
import type { EngineCall, Params, Result } from '../contract/calls';
import type { DesktopCall, DesktopParams, DesktopResult } from '../contract/desktop';
import type { Failure } from '../contract/errors';

/** A call that is under way. */
export interface Asked<T> {
  /** Never rejects. */
  readonly outcome: Promise<Outcome<T>>;
  /** The outcome is then the failure `cancelled`, unless it is there already. */
  cancel(): void;
}

let lastCallId = 0;

export function ask<C extends EngineCall>(name: C, params: Params<C>): Asked<Result<C>> {
  lastCallId += 1;
  const callId = lastCallId;
  return {
    outcome: settled(window.quaere.call(name, params, callId)),
    cancel: () => window.quaere.cancel(callId),
  };
}

export function desktop<C extends DesktopCall>(name: C, params: DesktopParams<C>): Promise<Outcome<DesktopResult<C>>> {
  return settled(window.quaere.desktop(name, params));
}

/** The bridge promises never to reject; should it be torn down under a call, that is a failure like any other. */
async function settled<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await outcome;
  } catch (thrown) {
    const failure: Failure = { kind: 'internal', detail: String(thrown) };
    return { ok: false, failure };
  }
}
