/** Every way in which a request to a worker process can fail. */
export type WorkerFailure =
  /** The limit passed; the process was killed. */
  | { readonly kind: 'timed-out'; readonly milliseconds: number }
  /** The process died of a limit on memory: V8's heap, or the one on resident memory. */
  | { readonly kind: 'out-of-memory'; readonly detail: string }
  /** `detail` is the tail of its standard error. */
  | { readonly kind: 'crashed'; readonly code: number | null; readonly signal: string | null; readonly detail: string }
  /** The caller's signal, or the worker was closed. */
  | { readonly kind: 'cancelled' }
  /** The handler threw, or its reply is not of the agreed shape; the process goes on. */
  | { readonly kind: 'refused'; readonly detail: string };

export class WorkerError extends Error {
  constructor(
    readonly failure: WorkerFailure,
    options?: ErrorOptions,
  ) {
    super('detail' in failure && failure.detail !== '' ? `${failure.kind}: ${failure.detail}` : failure.kind, options);
    this.name = 'WorkerError';
  }
}
