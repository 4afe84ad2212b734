import { joinLines, joinsWithoutSpace } from '../characters';
import type { Line } from './lines';

export interface Paragraph {
  text: string;
  /** Font size in points. */
  readonly size: number;
  readonly lines: number;
}

/** What begins an item or a clause. */
const MARKER =
  /^(?:[•●■◆▪–—-]\s|[（(](?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）]|\d{1,3}(?:\.\d{1,3})*[.)、．]?\s|第[一二三四五六七八九十百千零〇\d]{1,9}[编章节条款]|[一二三四五六七八九十]{1,3}、|(?:Article|Section|ARTICLE|SECTION|§)\s)/u;

const ENDS_SENTENCE = /[.!?;:。！？；：”"』」)）]$/u;

/** Words that keep their hyphen at the end of a line. */
const HYPHENATED =
  /(?:^|[\s(])(?:non|self|cross|co|pre|post|semi|well|long|short|third|ex|anti|sub|inter|multi|two|three|one|half|all|[A-Z][A-Za-z]*|\d+)-$/;

/** Joins the lines of a page to paragraphs by the gaps between them, their indents, and the room left at their ends. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const pitch = usualPitch(lines);
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  const close = () => {
    const [first] = open;
    if (first !== undefined) paragraphs.push({ text: textOf(open), size: first.size, lines: open.length });
    open = [];
  };
  lines.forEach((line, i) => {
    const last = open.at(-1);
    const first = open[0];
    if (first !== undefined && last !== undefined && !continues(first, last, line, pitch, rightEdge(lines, i - 1)))
      close();
    open.push(line);
  });
  close();
  return paragraphs;
}

function continues(first: Line, last: Line, line: Line, pitch: number, edge: number): boolean {
  const size = Math.max(last.size, line.size);
  if (last.angle !== line.angle) return false;
  const drop = last.baseline - line.baseline;
  // The rest of the same line, e.g. the text behind a number that stands apart.
  if (Math.abs(drop) < size * 0.3) return line.left > last.right - size;
  if (Math.min(last.size, line.size) < size * 0.85) return false;
  if (drop < 0 || drop > pitch * size * 1.3) return false;
  // Chinese lines end a character early where punctuation may not begin the next one.
  const slack = joinsWithoutSpace(last.text, line.text) ? 1.2 : 0.5;
  const full = last.right + wordWidth(line) > edge - size * slack;
  if (MARKER.test(line.text) && (!full || ENDS_SENTENCE.test(last.text))) return false;
  const shift = line.left - last.left;
  // A first-line indent begins a paragraph, unless the line before it is an item and the indent hangs.
  if (shift > size * 0.8) return last === first && MARKER.test(first.text);
  if (shift < -size * 0.8 && last !== first) return false;
  return full;
}

/** Baseline distance between lines of one paragraph, in font sizes: the median of the page. */
function usualPitch(lines: readonly Line[]): number {
  const pitches: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [before, line] = [lines[i - 1], lines[i]];
    if (before === undefined || line === undefined || before.angle !== line.angle) continue;
    const pitch = (before.baseline - line.baseline) / Math.max(before.size, line.size);
    if (pitch > 0.7 && pitch < 3.2) pitches.push(pitch);
  }
  pitches.sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 2)] ?? 1.3;
}

/** Where the lines around the one at `index` end that begin near to where it begins: the right edge of its column. */
function rightEdge(lines: readonly Line[], index: number): number {
  const line = lines[index];
  if (line === undefined) return 0;
  let edge = line.right;
  for (let i = Math.max(0, index - 8); i < Math.min(lines.length, index + 9); i++) {
    const other = lines[i];
    if (other === undefined || other.angle !== line.angle) continue;
    const sameColumn =
      Math.abs(other.left - line.left) < 4.5 * line.size && Math.abs(other.size - line.size) < line.size * 0.15;
    if (sameColumn) edge = Math.max(edge, other.right);
  }
  return edge;
}

function wordWidth(line: Line): number {
  const word = /^(?:[!-~\u00A1-\u024F]+|.)/u.exec(line.text)?.[0] ?? '';
  return ((line.right - line.left) * word.length) / Math.max(1, line.text.length);
}

function textOf(lines: readonly Line[]): string {
  return lines.reduce((text, { text: line }) => {
    if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line)) {
      return HYPHENATED.test(text.slice(-30)) ? text + line : text.slice(0, -1) + line;
    }
    return joinLines(text, line);
  }, '');
}
