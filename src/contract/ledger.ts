import { z } from 'zod';

/** Exactly one of these holds for every discovered file. */
export const fileStateSchema = z.enum(['waiting', 'indexed', 'skipped', 'unsupported', 'failed']);
export type FileState = z.infer<typeof fileStateSchema>;

/** Why a file was left out on purpose. */
export const skipReasonSchema = z.enum(['office-lock-file', 'system-file', 'empty', 'own-data']);
export type SkipReason = z.infer<typeof skipReasonSchema>;

/** Why a file that should be readable is not. */
export const readFailureSchema = z.enum([
  'encrypted',
  'corrupt',
  'too-large',
  'timed-out',
  'out-of-memory',
  'crashed',
  'no-text',
  'unreadable',
  'vanished',
  'link-loop',
]);
export type ReadFailure = z.infer<typeof readFailureSchema>;

export const fileReasonSchema = z.union([skipReasonSchema, readFailureSchema, z.literal('format')]);
export type FileReason = z.infer<typeof fileReasonSchema>;

export const ledgerCountsSchema = z.object({
  discovered: z.number(),
  waiting: z.number(),
  indexed: z.number(),
  skipped: z.number(),
  unsupported: z.number(),
  failed: z.number(),
});
/** `discovered` is the sum of the others. */
export type LedgerCounts = z.infer<typeof ledgerCountsSchema>;

export const ledgerRowSchema = z.object({
  /** Absolute path. */
  file: z.string(),
  /** Path within the linked folder. */
  path: z.string(),
  size: z.number(),
  /** Milliseconds since 1970. */
  modified: z.number(),
  state: fileStateSchema,
  reason: fileReasonSchema.nullable(),
  /** What the reader said, untranslated; for support. */
  detail: z.string().nullable(),
  document: z.number().nullable(),
});
export type LedgerRow = z.infer<typeof ledgerRowSchema>;
