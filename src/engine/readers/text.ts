import { decode } from './decode';
import { findParagraphs, wrapWidth } from './paragraphs';
import type { Block, ReadOutcome } from './reader';

/** Plain text: the text is the decoded file, blocks are its paragraphs. */
export async function readText(bytes: Uint8Array): Promise<ReadOutcome> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  const blocks = findParagraphs(text, wrapWidth(text)).map((span): Block => ({ kind: 'paragraph', ...span }));
  return { ok: true, document: { format: 'text', title: null, text, blocks, pages: [] } };
}
