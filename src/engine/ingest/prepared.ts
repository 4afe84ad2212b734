import { z } from 'zod';
import { readFailureSchema } from '../../contract/ledger';
import { chunkRowSchema, headingsSchema, pagesSchema } from '../store/rows';

/** What a reader worker is asked: one file. */
export const prepareRequestSchema = z.object({
  /** Absolute path. */
  file: z.string(),
  /** SHA-256 of the content that is indexed for this file; reading stops when it is still the same. */
  known: z.string().nullable(),
});
export type PrepareRequest = z.infer<typeof prepareRequestSchema>;

/** The text is a slice of the document's, and the ids are the matter's to give. */
const preparedChunkSchema = chunkRowSchema.omit({ id: true, document: true, text: true }).extend({ words: z.string() });

const identity = { sha256: z.string(), size: z.number(), modified: z.number() };

/** What comes of it. */
export const preparedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    ...identity,
    format: z.string(),
    title: z.string(),
    text: z.string(),
    pages: pagesSchema,
    headings: headingsSchema,
    chunks: z.array(preparedChunkSchema),
  }),
  z.object({ kind: z.literal('same'), ...identity }),
  z.object({ kind: z.literal('unsupported'), ...identity, detail: z.string() }),
  z.object({
    kind: z.literal('failed'),
    reason: readFailureSchema,
    detail: z.string(),
    sha256: z.string().nullable(),
  }),
]);
export type Prepared = z.infer<typeof preparedSchema>;
export type PreparedDocument = Extract<Prepared, { kind: 'document' }>;
