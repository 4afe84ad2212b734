import { z } from 'zod';
import { failureSchema } from './errors';
import { ledgerCountsSchema } from './ledger';

export const matterIdSchema = z.uuid();

/** What the engine is doing for a matter at this moment. Seconds are estimates; null while there is nothing to go by. */
export const activitySchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('idle') }),
  z.object({ phase: z.literal('discovering'), found: z.number(), paused: z.boolean() }),
  z.object({
    phase: z.literal('reading'),
    done: z.number(),
    total: z.number(),
    secondsLeft: z.number().nullable(),
    paused: z.boolean(),
  }),
  z.object({
    phase: z.literal('embedding'),
    done: z.number(),
    total: z.number(),
    secondsLeft: z.number().nullable(),
    paused: z.boolean(),
  }),
  /** Ended before it was done: cancelled by the user, or by a failure that concerns the whole matter. */
  z.object({ phase: z.literal('stopped'), failure: failureSchema }),
]);
export type Activity = z.infer<typeof activitySchema>;

export const sourceSchema = z.object({
  id: z.string(),
  /** Absolute path of the linked folder or file. */
  path: z.string(),
  kind: z.enum(['folder', 'file']),
  /** False while the folder cannot be reached (moved, or its drive is not connected). */
  available: z.boolean(),
  files: z.number(),
});
export type Source = z.infer<typeof sourceSchema>;

/** How many of the chunks have a vector under the current fingerprint. */
export const coverageSchema = z.object({ chunks: z.number(), vectors: z.number() });

export const matterSchema = z.object({
  id: matterIdSchema,
  name: z.string(),
  /** The sample matter that comes with Quaere. */
  sample: z.boolean(),
  created: z.number(),
  sources: z.array(sourceSchema),
  counts: ledgerCountsSchema,
  documents: z.number(),
  coverage: coverageSchema,
  activity: activitySchema,
});
export type Matter = z.infer<typeof matterSchema>;

export const indexReportSchema = z.object({
  files: z.object({
    discovered: z.number(),
    indexed: z.number(),
    skipped: z.number(),
    /** Files that have no text in the index: failed and unsupported ones. */
    failed: z.number(),
  }),
  documents: z.number(),
  chunks: z.number(),
  vectors: z.number(),
  seconds: z.object({ text: z.number(), vectors: z.number() }),
});
export type IndexReport = z.infer<typeof indexReportSchema>;
