/** Part of an embedder's fingerprint: raise it with any change to what `cleanForEmbedding` returns. */
export const CLEANING_VERSION = 1;

/** Ends at white space, quotes, angle brackets, general punctuation, and anything CJK or full-width (U+2E80 and above). */
const url = /(?:(?:https?|ftp):\/\/|\bwww\.)[^\s<>"\u2000-\u206f\u2e80-\u{10ffff}]+/giu;
/** What follows an address in a sentence rather than belonging to it. */
const afterUrl = /[.,;:!?'")\]}]$/;

// The look-behind lets a match begin only where a run of such characters begins: linear on a megabyte without an @.
const email = /(?<![\w.%+-])[\w.%+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+/gi;

/**
 * CJK punctuation (U+3001–3003, 3008–301F, 3030, 303D, 30A0, 30FB), its vertical and small forms, its full-width forms
 * except those that carry meaning (＃＄％＆＊＋－＜＝＞＠￥), and the quotes, dashes and ellipses that Chinese shares with English.
 */
const punctuation =
  /[\u3001-\u3003\u3008-\u301f\u3030\u303d\u30a0\u30fb\ufe10-\ufe19\ufe30-\ufe4f\ufe50-\ufe58\ufe5d\ufe5e\uff01\uff02\uff07-\uff09\uff0c\uff0e\uff0f\uff1a\uff1b\uff1f\uff3b-\uff3d\uff3f\uff40\uff5b-\uff65\u2010-\u2015\u2018\u201c-\u201f\u2025\u2026]+/gu;

/** A closing quote, unless it is an apostrophe. */
const closingQuote = /(?<![a-z\d])\u2019+/giu;

// Control characters are no text; NUL would end it in a native tokenizer.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const space = /[\s\u0000-\u001f\u007f-\u009f]+/gu;

/**
 * The text as an embedder reads it: URLs and e-mail addresses masked, CJK punctuation to spaces, white space folded.
 * ASCII punctuation stays. What is shown to the user is never changed.
 */
export function cleanForEmbedding(text: string): string {
  return text
    .replace(url, (address) => `<url>${address.slice(lengthWithoutTail(address))}`)
    .replace(email, '<email>')
    .replace(punctuation, ' ')
    .replace(closingQuote, ' ')
    .replace(space, ' ')
    .trim();
}

function lengthWithoutTail(address: string): number {
  let length = address.length;
  while (length > 0 && afterUrl.test(address.charAt(length - 1))) length--;
  return length;
}
