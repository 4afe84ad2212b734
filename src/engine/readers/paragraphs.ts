import { columns } from './characters';

/** `[start, end)` in UTF-16 units, without the white space around it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Line extends Span {
  /** Columns before the first character that shows. */
  readonly indent: number;
  readonly width: number;
  readonly firstWord: number;
  readonly marked: boolean;
}

/** A line longer than this was not broken by hand or by a typewriter. */
const LONGEST_WRAPPED = 120;
const SHORTEST_WRAP = 44;

/** What begins an item of a list or a clause, so that a wrapped paragraph does not run on into it. */
const MARKER =
  /^(?:[-*•·●■◆–—]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,5})[.)]\s|\d{1,3}(?:\.\d{1,3})+\.?\s|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百千零〇\d]{1,9}[编章节条款]|[一二三四五六七八九十]{1,3}、|\d{1,3}[、．])/u;

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/**
 * Paragraphs of plain text between `from` and `to`: parted by blank lines; and where lines are not wrapped to a width, every line
 * is one. Among wrapped lines a new paragraph also begins after a line that had room for the next word, at a deeper indent,
 * and at a list marker.
 */
export function findParagraphs(text: string, wrap: number | null, from = 0, to = text.length): Span[] {
  const found: Span[] = [];
  let open: { start: number; last: Line; first: Line } | null = null;
  const close = () => {
    if (open !== null) found.push({ start: open.start, end: open.last.end });
    open = null;
  };
  for (const line of linesOf(text, from, to)) {
    if (line === null) {
      close();
      continue;
    }
    if (open !== null && continues(open.first, open.last, line, wrap)) {
      open.last = line;
    } else {
      close();
      open = { start: line.start, first: line, last: line };
    }
  }
  close();
  return found;
}

/** The column at which the lines of the text were broken by hand, or null where a line is a paragraph. */
export function wrapWidth(text: string): number | null {
  const widths: number[] = [];
  let long = 0;
  for (const line of linesOf(text, 0, text.length)) {
    if (line === null) continue;
    if (line.width > LONGEST_WRAPPED) long++;
    else widths.push(line.width);
    if (widths.length + long >= 4000) break;
  }
  if (long > (widths.length + long) * 0.1) return null;
  widths.sort((a, b) => a - b);
  const wrap = widths[Math.floor(widths.length * 0.95)] ?? 0;
  if (wrap < SHORTEST_WRAP) return null;
  const full = widths.filter((width) => width >= wrap * 0.75).length;
  return full >= widths.length * 0.35 ? wrap : null;
}

function continues(first: Line, last: Line, line: Line, wrap: number | null): boolean {
  if (wrap === null || line.marked || last.width > LONGEST_WRAPPED || line.width > LONGEST_WRAPPED) return false;
  // A hanging indent is deeper from the second line on; a first-line indent begins a paragraph.
  if (line.indent > last.indent + 1 && last !== first) return false;
  if (line.indent > last.indent + 1 && !first.marked) return false;
  return last.width + 1 + line.firstWord >= wrap * 0.8;
}

function* linesOf(text: string, from: number, to: number): Generator<Line | null> {
  const breaks = new RegExp(LINE_BREAK);
  breaks.lastIndex = from;
  for (let start = from; start <= to; ) {
    const found = breaks.exec(text);
    const end = found === null || found.index >= to ? to : found.index;
    yield measure(text, start, end);
    if (found === null || found.index >= to) return;
    start = found.index + found[0].length;
  }
}

/** Null for a blank line. */
function measure(text: string, from: number, to: number): Line | null {
  const raw = text.slice(from, to);
  const content = raw.trim();
  if (content === '') return null;
  const start = from + raw.indexOf(content.charAt(0));
  const shown = raw.slice(0, start - from).replaceAll('\t', '    ');
  const indent = columns(shown);
  // Longer than any wrapped line: its exact width does not matter.
  const width = content.length > LONGEST_WRAPPED ? content.length : indent + columns(content);
  const word = /^(?:[!-~\u00A1-\u024F]+|.)/u.exec(content)?.[0] ?? '';
  return { start, end: start + content.length, indent, width, firstWord: columns(word), marked: MARKER.test(content) };
}
