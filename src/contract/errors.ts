import { z } from 'zod';

/**
 * Every way in which a call can fail. The wording of each kind, in Chinese and English, with what to do next, stands in
 * `src/wording`; an error carries facts only.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bad-request'), detail: z.string() }),
  z.object({ kind: z.literal('matter-not-found'), matter: z.string() }),
  z.object({
    kind: z.literal('matter-name'),
    problem: z.enum(['empty', 'too-long', 'control-characters', 'taken']),
    limit: z.number(),
  }),
  z.object({ kind: z.literal('document-not-found') }),
  z.object({ kind: z.literal('source-missing'), path: z.string() }),
  z.object({ kind: z.literal('source-unreadable'), path: z.string() }),
  z.object({ kind: z.literal('source-is-own-data'), path: z.string() }),
  z.object({ kind: z.literal('in-use'), matter: z.string() }),
  z.object({ kind: z.literal('disk-full'), path: z.string() }),
  z.object({ kind: z.literal('not-writable'), path: z.string() }),
  z.object({ kind: z.literal('store-damaged'), matter: z.string(), detail: z.string() }),
  z.object({ kind: z.literal('model-missing'), path: z.string() }),
  z.object({ kind: z.literal('model-corrupt'), path: z.string() }),
  z.object({ kind: z.literal('model-crashed'), detail: z.string() }),
  z.object({ kind: z.literal('questions-file'), path: z.string(), line: z.number().nullable(), detail: z.string() }),
  z.object({ kind: z.literal('engine-stopped') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('internal'), detail: z.string() }),
]);

export type Failure = z.infer<typeof failureSchema>;

/** The one error class that crosses a process border: everything a caller needs is in `failure`. */
export class QuaereError extends Error {
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.kind, options);
    this.name = 'QuaereError';
  }
}

/** What went wrong as a known kind, whatever was thrown. Abort errors become `cancelled`, a full disk `disk-full`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof QuaereError) return thrown.failure;
  if (thrown instanceof Error) {
    if (thrown.name === 'AbortError') return { kind: 'cancelled' };
    const detail = `${thrown.name}: ${thrown.message}`;
    if (/ENOSPC|no space left|StorageFull|os error 28/i.test(detail)) return { kind: 'disk-full', path: '' };
    return { kind: 'internal', detail };
  }
  return { kind: 'internal', detail: String(thrown) };
}
