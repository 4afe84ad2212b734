import { z } from 'zod';
import { fileReasonSchema, fileStateSchema } from '../../contract/ledger';
import { layerSchema } from '../../contract/search';

/** Rows as they come out of the tables. A table of another shape is a damaged store, found here and nowhere else. */
export const fileRowSchema = z.object({
  id: z.int(),
  source: z.string(),
  /** Absolute path. */
  file: z.string(),
  /** Path within the source. */
  path: z.string(),
  size: z.number(),
  modified: z.number(),
  /** Of the content that was read last; null before the first reading. */
  sha256: z.string().nullable(),
  state: fileStateSchema,
  reason: fileReasonSchema.nullable(),
  detail: z.string().nullable(),
  /** Stays on a changed file until its new content is in. */
  document: z.int().nullable(),
});
export type FileRow = z.infer<typeof fileRowSchema>;

export const documentRowSchema = z.object({
  id: z.int(),
  sha256: z.string(),
  title: z.string(),
  format: z.string(),
  /** Length of the text in UTF-16 units. */
  length: z.int(),
});
export type DocumentRow = z.infer<typeof documentRowSchema>;

const headingSchema = z.object({ start: z.int(), end: z.int(), level: z.int() });
/** A heading in a document's text; level 1 is the outermost. */
export type Heading = z.infer<typeof headingSchema>;
export const headingsSchema = z.array(headingSchema);
export const pagesSchema = z.array(z.int());

export const chunkRowSchema = z.object({
  id: z.int(),
  document: z.int(),
  start: z.int(),
  end: z.int(),
  /** `start` in Unicode code points. */
  codePoint: z.int(),
  page: z.int().nullable(),
  layer: layerSchema,
  heading: z.array(z.string()),
  text: z.string(),
});
export type ChunkRow = z.infer<typeof chunkRowSchema>;
