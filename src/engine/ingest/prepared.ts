import { z } from 'zod';
import { readFailureSchema } from '../../contract/ledger';
import { layerSchema } from '../../contract/search';
import { headingsSchema, pagesSchema } from '../store/rows';

/** What a reader worker is asked: one file. */
export const prepareRequestSchema = z.object({
  /** Absolute path. */
  file: z.string(),
  /** SHA-256 of the content that is indexed for this file; reading stops when it is still the same. */
  known: z.string().nullable(),
});
export type PrepareRequest = z.infer<typeof prepareRequestSchema>;

const preparedChunkSchema = z.object({
  start: z.int(),
  end: z.int(),
  codePoint: z.int(),
  page: z.int().nullable(),
  layer: layerSchema,
  heading: z.array(z.string()),
  words: z.string(),
});

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
