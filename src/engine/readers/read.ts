import type { ReadFailure } from '../../contract/ledger';
import { readDocx } from './docx';
import { readHtml } from './html';
import { identify } from './identify';
import { readMarkdown } from './markdown';
import { readPdf } from './pdf';
import type { Format, ReadDocument, Reader } from './reader';
import { readText } from './text';

export type Read =
  | { readonly kind: 'document'; readonly document: ReadDocument }
  /** `detail` names the format where it is known. */
  | { readonly kind: 'unsupported'; readonly detail: string }
  | { readonly kind: 'failed'; readonly reason: ReadFailure; readonly detail: string };

const READERS: Readonly<Record<Format, Reader>> = {
  markdown: readMarkdown,
  text: readText,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
};

const MB = 1024 * 1024;

/** The most bytes that a file of each format may have. */
const LARGEST: Readonly<Record<Format, number>> = {
  markdown: 256 * MB,
  text: 256 * MB,
  html: 256 * MB,
  docx: 512 * MB,
  pdf: 512 * MB,
};

/** Reads a file of any kind. Never throws for what is in it; a hang or a crash is for the caller's worker to bear. */
export async function read(bytes: Uint8Array, fileName: string): Promise<Read> {
  try {
    const identified = await identify(bytes, fileName);
    if (!identified.supported) return { kind: 'unsupported', detail: identified.detail };
    const { format } = identified;
    if (bytes.byteLength > LARGEST[format]) return failed('too-large', `${bytes.byteLength} bytes`);
    const outcome = await READERS[format](bytes);
    if (!outcome.ok) return failed(outcome.reason, outcome.detail);
    if (outcome.document.blocks.length === 0) return failed('no-text', 'nothing but white space or markup');
    return { kind: 'document', document: outcome.document };
  } catch (error) {
    // Readers report what is wrong with a file; what they throw is a mistake of ours, or a file beyond all measure.
    return failed('crashed', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

function failed(reason: ReadFailure, detail: string): Read {
  return { kind: 'failed', reason, detail };
}
