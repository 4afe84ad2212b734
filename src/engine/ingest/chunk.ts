import type { Layer } from '../../contract/search';
import type { ReadDocument } from '../readers/reader';
import type { Heading } from '../store/rows';
import { outline, type Unit } from './outline';

/** A change of how documents are read or cut asks for a new number: every matter is then read anew. */
export const CHUNKING_VERSION = 2;

export interface Chunk {
  /** UTF-16 offsets: the chunk's text is `document.text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly heading: readonly string[];
  /** The page that the chunk begins on, from 1; null where the format has no pages. */
  readonly page: number | null;
  readonly layer: Layer;
}

export interface Chunking {
  readonly chunks: readonly Chunk[];
  readonly headings: readonly Heading[];
}

/** Whether a text with its title and headings can be read by the model as a whole. */
export type Fits = (heading: readonly string[], text: string) => boolean;

/** Short neighbours are joined up to this many characters; a Han character says about as much as three Latin ones. */
const joinUpTo = 900;
const hanWeight = 3;

/**
 * Cuts a document: an article of a law stays whole, short neighbours under the same headings join, and what the model
 * cannot read as a whole is split at paragraphs, then sentences, and at a fixed length only when there are none.
 */
export function chunk(document: ReadDocument, fits: Fits): Chunking {
  const { units, headings } = outline(document);
  const chunks = join(units, document.text).flatMap((unit) =>
    split(unit, document.text, fits).map((part) => ({
      start: part.start,
      end: part.end,
      heading: unit.heading,
      layer: unit.layer,
      page: pageAt(document.pages, part.start),
    })),
  );
  return { chunks, headings };
}

function join(units: readonly Unit[], text: string): Unit[] {
  const joined: Unit[] = [];
  let weight = 0;
  for (const unit of units) {
    const added = weigh(text.slice(unit.start, unit.end));
    const last = joined.at(-1);
    if (
      last !== undefined &&
      !last.article &&
      !unit.article &&
      sameHeading(last, unit) &&
      last.layer === unit.layer &&
      weight + added <= joinUpTo
    ) {
      joined[joined.length - 1] = { ...last, end: unit.end };
      weight += added;
    } else {
      joined.push(unit);
      weight = added;
    }
  }
  return joined;
}

function weigh(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.length + han * (hanWeight - 1);
}

function sameHeading(a: Unit, b: Unit): boolean {
  return a.heading.length === b.heading.length && a.heading.every((text, index) => text === b.heading[index]);
}

/** No text of this many characters fits any model: not worth counting its tokens. */
const longestTried = 20_000;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a text may be cut, coarsest first: between paragraphs, lines, sentences, clauses, words. */
const boundaries: readonly RegExp[] = [
  /\n\s*\n/gu,
  /\n/gu,
  /[。！？；](?![」』”’）)])|[.!?;](?=\s)/gu,
  /[，、,：:](?=\s|\p{Script=Han})/gu,
  /\s/gu,
];

function split(unit: Unit, text: string, fits: Fits): Span[] {
  const spanFits = (span: Span) =>
    span.end - span.start <= longestTried && fits(unit.heading, text.slice(span.start, span.end));
  return splitAt(trim(unit, text), text, 0, spanFits);
}

function splitAt(span: Span, text: string, boundary: number, fits: (span: Span) => boolean): Span[] {
  if (span.end <= span.start) return [];
  if (fits(span)) return [span];
  const pattern = boundaries[boundary];
  if (pattern === undefined) return halve(span, text, fits);
  const pieces = cut(span, text, pattern);
  if (pieces.length === 1) return splitAt(span, text, boundary + 1, fits);
  return pack(pieces, text, fits).flatMap((piece) =>
    fits(piece) ? [piece] : splitAt(piece, text, boundary + 1, fits),
  );
}

function cut(span: Span, text: string, pattern: RegExp): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
    const end = span.start + match.index + match[0].length;
    pieces.push(trim({ start, end }, text));
    start = end;
  }
  pieces.push(trim({ start, end: span.end }, text));
  return pieces.filter((piece) => piece.end > piece.start);
}

/** Joins neighbouring pieces again, as many as are wanted in one chunk and fit. */
function pack(pieces: readonly Span[], text: string, fits: (span: Span) => boolean): Span[] {
  const packed: Span[] = [];
  for (const piece of pieces) {
    const last = packed.at(-1);
    const together = last === undefined ? null : { start: last.start, end: piece.end };
    if (together !== null && weigh(text.slice(together.start, together.end)) <= joinUpTo && fits(together)) {
      packed[packed.length - 1] = together;
    } else {
      packed.push(piece);
    }
  }
  return packed;
}

/** The last resort: equal lengths, never within a surrogate pair. */
function halve(span: Span, text: string, fits: (span: Span) => boolean): Span[] {
  let middle = span.start + Math.floor((span.end - span.start) / 2);
  if (/[\uDC00-\uDFFF]/.test(text.charAt(middle))) middle += 1;
  if (middle >= span.end) return [span];
  return [
    { start: span.start, end: middle },
    { start: middle, end: span.end },
  ].flatMap((half) => (fits(half) ? [half] : halve(half, text, fits)));
}

function trim(span: Span, text: string): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Binary search: the last page that begins at or before `offset`. */
function pageAt(pages: readonly number[], offset: number): number | null {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low;
}
