import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { wordsOfName } from '../language/file-name';
import { words } from '../language/words';
import type { PassageFits } from '../models/passage-fits';
import { read } from '../readers/read';
import type { ReadDocument } from '../readers/reader';
import { chunk } from './chunk';
import type { Prepared, PrepareRequest } from './prepared';

/** Larger files are not opened: Node holds no text much longer than this. */
const largestFile = 512 * 1024 * 1024;

/** The part of a document's path that one worker does for one file: its bytes → blocks → chunks → words. */
export async function prepare(request: PrepareRequest, passageFits: PassageFits): Promise<Prepared> {
  let bytes: Uint8Array;
  let identity: { sha256: string; size: number; modified: number };
  try {
    const { size, mtimeMs } = await stat(request.file);
    if (size > largestFile) return { kind: 'failed', reason: 'too-large', detail: `${size} bytes`, sha256: null };
    const content = await readFile(request.file);
    // pdfjs wants no Buffer.
    bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
    identity = { sha256: createHash('sha256').update(bytes).digest('hex'), size, modified: mtimeMs };
  } catch (error) {
    return { kind: 'failed', ...openFailure(error), sha256: null };
  }
  if (identity.sha256 === request.known) return { kind: 'same', ...identity };

  const outcome = await read(bytes, basename(request.file));
  if (outcome.kind === 'unsupported') return { kind: 'unsupported', ...identity, detail: outcome.detail };
  if (outcome.kind === 'failed') {
    return { kind: 'failed', reason: outcome.reason, detail: outcome.detail, sha256: identity.sha256 };
  }
  const { document } = outcome;
  const name = wordsOfName(request.file);
  const title = document.title ?? name;
  const { chunks, headings } = chunk(document, (heading, text) => passageFits(title, heading, text));
  return {
    kind: 'document',
    ...identity,
    format: document.format,
    title,
    text: document.text,
    pages: [...document.pages],
    headings: [...headings],
    chunks: withWords(document, chunks, title === name ? title : `${title} ${name}`),
  };
}

function withWords(document: ReadDocument, chunks: ReturnType<typeof chunk>['chunks'], title: string) {
  const above = new Map<string, string>();
  const titleWords = words(title).join(' ');
  let codePoint = 0;
  let at = 0;
  return chunks.map(({ start, end, page, layer, heading }) => {
    codePoint += codePoints(document.text, at, start);
    at = start;
    const path = heading.join('\n');
    const pathWords = above.get(path) ?? words(path).join(' ');
    above.set(path, pathWords);
    const text = words(document.text.slice(start, end)).join(' ');
    return { start, end, codePoint, page, layer, heading: [...heading], words: `${titleWords} ${pathWords} ${text}` };
  });
}

/** Number of Unicode code points in `text.slice(from, to)`; both are boundaries of code points. */
function codePoints(text: string, from: number, to: number): number {
  let count = to - from;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit <= 0xdfff) count--;
  }
  return count;
}

function openFailure(error: unknown): { reason: 'vanished' | 'unreadable' | 'link-loop'; detail: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT') return { reason: 'vanished', detail };
  if (code === 'ELOOP') return { reason: 'link-loop', detail };
  return { reason: 'unreadable', detail };
}
