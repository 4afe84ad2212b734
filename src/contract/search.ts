import { z } from 'zod';
import { failureSchema } from './errors';

export const searchModeSchema = z.enum(['hybrid', 'lexical', 'semantic']);
export type SearchMode = z.infer<typeof searchModeSchema>;

export const documentFileSchema = z.object({
  /** Absolute path. */
  file: z.string(),
  /** Path within the linked folder. */
  path: z.string(),
  modified: z.number(),
});

export const documentSummarySchema = z.object({
  id: z.number(),
  title: z.string(),
  format: z.string(),
  sha256: z.string(),
  /** The files that have this content; never empty. */
  files: z.array(documentFileSchema),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

/** Where a passage stands: in the text that everybody reads, or in what Word and PDF hide beside it. */
export const layerSchema = z.enum(['text', 'footnote', 'comment', 'insertion', 'deletion', 'header-footer']);
export type Layer = z.infer<typeof layerSchema>;

export const highlightSchema = z.object({ start: z.number(), end: z.number() });
/** UTF-16 offsets within the text of the passage. */
export type Highlight = z.infer<typeof highlightSchema>;

export const passageSchema = z.object({
  /** 1 for the best of the whole answer, over all files. */
  rank: z.number(),
  chunk: z.number(),
  heading: z.array(z.string()),
  page: z.number().nullable(),
  layer: layerSchema,
  /** UTF-16 offsets within the document's text: `text === document.text.slice(start, end)`. */
  start: z.number(),
  end: z.number(),
  /** The same place in Unicode code points. */
  codePoints: z.object({ start: z.number(), end: z.number() }),
  text: z.string(),
  highlights: z.array(highlightSchema),
  score: z.number(),
  /**
   * What each part adds to the score: they sum to it. `document`: the question names this document. `exact`: the passage
   * holds a phrase that the question quotes, or is the article or case that it cites.
   */
  parts: z.object({ semantic: z.number(), lexical: z.number(), document: z.number(), exact: z.number() }),
});
export type Passage = z.infer<typeof passageSchema>;

export const searchNoteSchema = z.discriminatedUnion('kind', [
  /** The question was longer than the model reads; it was searched by its first `characters`. */
  z.object({ kind: z.literal('question-shortened'), characters: z.number() }),
  /** Only words were searched, because the model failed. */
  z.object({ kind: z.literal('words-only'), failure: failureSchema }),
  /** Some chunks have no vector yet. */
  z.object({ kind: z.literal('vectors-incomplete'), chunks: z.number(), vectors: z.number() }),
]);
export type SearchNote = z.infer<typeof searchNoteSchema>;

export const searchResultSchema = z.object({
  query: z.string(),
  /** Milliseconds. */
  took: z.object({ total: z.number(), embed: z.number(), lexical: z.number(), semantic: z.number() }),
  /** Files in the order of their best passage. */
  groups: z.array(z.object({ document: documentSummarySchema, passages: z.array(passageSchema) })),
  notes: z.array(searchNoteSchema),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

export const documentViewSchema = z.object({
  document: documentSummarySchema,
  /** Length of the whole text in UTF-16 units. */
  length: z.number(),
  /** The window of text that was asked for: `text === document.text.slice(from, to)`. */
  from: z.number(),
  to: z.number(),
  text: z.string(),
  /** Headings that begin in the window; offsets within the document's text. */
  headings: z.array(z.object({ start: z.number(), end: z.number(), level: z.number() })),
  /** Pages that begin in the window, or the one that the window begins in; empty where the format has none. */
  pages: z.array(z.object({ page: z.number(), start: z.number() })),
  pageCount: z.number().nullable(),
  /** Whether the file on disk is still the one that was indexed. */
  source: z.enum(['same', 'changed', 'missing']),
});
export type DocumentView = z.infer<typeof documentViewSchema>;
