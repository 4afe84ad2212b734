import { joinsWithoutSpace, withoutInvisible } from '../characters';
import type { PdfTextItem } from './library';
import { unifyRadicals } from './radicals';

/** A line of text on a page, in a frame that is turned with the text: `left` and `right` along it, `baseline` growing upwards. */
export interface Line {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** Font size in points. */
  size: number;
  /** Degrees, counterclockwise. */
  readonly angle: number;
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly angle: number;
  readonly endsLine: boolean;
}

/** The dots that lead from an entry of a table of contents to its page. */
const LEADERS = /(?:\s*[.·․‥…⋯．]){5,}\s*/gu;

/** Joins the pieces that a page draws into lines, in the order in which it draws them. */
export function linesOf(items: readonly PdfTextItem[]): Line[] {
  const lines: Line[] = [];
  const drawn = new Set<string>();
  let open: Line | null = null;
  let space = false;
  for (const item of items) {
    const piece = place(item);
    if (piece === null) continue;
    if (piece.text.trim() === '') {
      space ||= piece.text !== '';
      if (piece.endsLine) open = null;
      continue;
    }
    // Bold type is sometimes the same text drawn twice, a hair apart.
    const key = `${piece.text} ${Math.round(piece.left)} ${Math.round(piece.baseline)}`;
    if (piece.text.length > 1 && drawn.has(key)) continue;
    drawn.add(key);
    if (open !== null && isSameLine(open, piece)) {
      append(open, piece, space);
    } else {
      open = {
        text: piece.text,
        left: piece.left,
        right: piece.right,
        baseline: piece.baseline,
        size: piece.size,
        angle: piece.angle,
      };
      lines.push(open);
    }
    space = false;
    if (piece.endsLine) open = null;
  }
  for (const line of lines) line.text = line.text.replace(LEADERS, ' … ').trim();
  return lines;
}

function place(item: PdfTextItem): Placed | null {
  const [a, b, c, d, e, f]: number[] = item.transform;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return null;
  const turn = Math.atan2(b, a);
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const left = e * Math.cos(turn) + f * Math.sin(turn);
  const vertical = item.dir === 'ttb';
  return {
    text: unifyRadicals(withoutInvisible(withoutControls(item.str))),
    left,
    right: left + (vertical ? size : item.width),
    baseline: f * Math.cos(turn) - e * Math.sin(turn),
    size,
    angle: Math.round((turn * 180) / Math.PI),
    endsLine: item.hasEOL,
  };
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a character map yield them
  return text.replace(/[\0-\x08\x0B-\x1F\x7F-\x9F\uFFFD]/g, '');
}

function isSameLine(line: Line, piece: Placed): boolean {
  if (line.angle !== piece.angle) return false;
  const size = Math.max(line.size, piece.size);
  if (Math.abs(line.baseline - piece.baseline) > size * 0.5) return false;
  return piece.left > line.right - size * 1.5 || piece.right <= line.left + size * 0.2;
}

function append(line: Line, piece: Placed, space: boolean): void {
  const gap = piece.left - line.right;
  const written = /\s$/.test(line.text) || /^\s/.test(piece.text);
  const wide = joinsWithoutSpace(line.text, piece.text) ? 0.9 : 0.2;
  const spaced = !written && (gap > wide * piece.size || (space && !joinsWithoutSpace(line.text, piece.text)));
  line.text += (spaced ? ' ' : '') + piece.text;
  line.left = Math.min(line.left, piece.left);
  line.right = Math.max(line.right, piece.right);
  if (piece.size > line.size) {
    line.size = piece.size;
    line.baseline = piece.baseline;
  }
}
