import type { ReadFailure } from '../../contract/ledger';

export type Format = 'markdown' | 'text' | 'html' | 'docx' | 'pdf';

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-row'
  | 'footnote'
  | 'comment'
  | 'insertion'
  | 'deletion'
  | 'header-footer';

/** A unit of a document: a span of its text, `[start, end)` in UTF-16 units, without the white space around it. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** 1 to 9, for headings only. */
  readonly level?: number;
}

/** What a reader makes of a file. */
export interface ReadDocument {
  readonly format: Format;
  /** The title that the document gives itself, if it does. */
  readonly title: string | null;
  /** For text and Markdown the decoded file itself, so that offsets point into the file. */
  readonly text: string;
  /** In the order of the text; they do not overlap; what lies between them is white space or markup. */
  readonly blocks: readonly Block[];
  /** Where each page begins in `text`, first page first; empty where the format has no pages. */
  readonly pages: readonly number[];
}

export type ReadOutcome =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly reason: ReadFailure; readonly detail: string };

/** One reader a format. It gets the whole file and never touches the disk for it. */
export type Reader = (bytes: Uint8Array) => Promise<ReadOutcome>;

export type Identified =
  | { readonly supported: true; readonly format: Format }
  /** `detail` names the format where it is known, e.g. `application/zip`. */
  | { readonly supported: false; readonly detail: string };
