import type { Highlight } from '../../contract/search';

/** How much of a passage its row shows: three lines. A Chinese character is as wide as two Latin ones. */
const SHOWN_WIDTH = 220;
/** How far before its first highlight an excerpt may begin, so that it begins with a sentence. */
const LEAD_WIDTH = 90;

/**
 * Where the excerpt of a passage begins, in UTF-16 units: at its start, unless more of the highlights are seen from a
 * later sentence on.
 */
export function excerptStart(text: string, highlights: readonly Highlight[]): number {
  const begins = [...highlights].sort((one, other) => one.start - other.start);
  const marksFrom = (start: number): number => {
    const end = advance(text, start, SHOWN_WIDTH);
    return begins.filter((highlight) => highlight.start >= start && highlight.end <= end).length;
  };
  let best = 0;
  let most = marksFrom(0);
  for (const { start } of begins) {
    const from = sentenceStart(text, start);
    const marks = marksFrom(from);
    if (marks > most) [best, most] = [from, marks];
  }
  return best;
}

/** The start of the sentence that holds an offset, or of a later word when that is too far away. */
function sentenceStart(text: string, offset: number): number {
  let width = 0;
  for (let at = offset; at > 0; at -= 1) {
    if (/[。！？；\n]/.test(text.charAt(at - 1)) || /^[.!?;] /.test(text.slice(at - 2, at))) return at;
    width += widthOf(text, at - 1);
    if (width > LEAD_WIDTH) {
      const word = /[\s，、,]/.exec(text.slice(at, offset));
      return word ? at + word.index + 1 : at;
    }
  }
  return 0;
}

function advance(text: string, start: number, width: number): number {
  let at = start;
  for (let used = 0; at < text.length && used < width; at += 1) used += widthOf(text, at);
  return at;
}

function widthOf(text: string, at: number): number {
  return text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
}
