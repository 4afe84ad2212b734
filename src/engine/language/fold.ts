import { Converter } from 'opencc-js/t2cn';

/**
 * Traditional → simplified, one character at a time: the index and the question are folded alike, so the finer choices
 * of a phrase table (乾/干) would only make the two differ.
 */
const simplified: ReadonlyMap<string, string> = (() => {
  const convert = Converter({ from: 't', to: 'cn' });
  const map = new Map<string, string>();
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const folded = convert(character);
    if (folded !== character && folded.length === 1) map.set(character, folded);
  }
  return map;
})();

const plain = /^[\n\r\t -~]*$/;
const traditionalCandidate = /[㐀-鿿]/g;

/**
 * What two spellings of the same word have in common: width (ＡＢＣ → abc), case, 繁 → 简, curly quotes and dashes.
 * The length may change; use `foldWithOffsets` where places in the text matter.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(traditionalCandidate, (character) => simplified.get(character) ?? character)
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐-―−]/g, '-');
}

/** The folded text, and for each of its UTF-16 units (and its end) the unit of `text` that it comes from. */
export function foldWithOffsets(text: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = '';
  const origin: number[] = [];
  // Grapheme-sized steps would be exact for combining marks as well; code points are enough for highlighting.
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    for (let unit = 0; unit < part.length; unit++) origin.push(at);
    folded += part;
    at += character.length;
  }
  origin.push(at);
  return { folded, origin };
}
