import { byteOrderMark, decodesStrictly, detectEncoding } from './encoding';

export type Decoded =
  | {
      readonly ok: true;
      /** Without the byte-order mark, otherwise as in the file, line ends included. */
      readonly text: string;
      /** A label of the WHATWG Encoding Standard. */
      readonly encoding: string;
      /** How many U+FFFD stand for bytes that mean nothing in the encoding. */
      readonly replaced: number;
    }
  | { readonly ok: false; readonly reason: 'corrupt'; readonly detail: string };

/** Above these shares of the characters it is no text, or not in an encoding that we know. */
const MOST_CONTROLS = 0.02;
const MOST_REPLACED = 0.1;

/**
 * Decodes a text file in whatever encoding it is in. `declared` is the encoding that the file names itself (HTML): it wins over
 * detection unless it cannot be true.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const encoding = declaredEncoding(bytes, declared) ?? detectEncoding(bytes);
  const text = decodeAs(bytes, encoding);
  const replaced = count(text, /\uFFFD/g) - (encoding === 'utf-8' ? countWritten(bytes) : 0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = count(text, /[\0-\x08\x0E-\x1A\x1C-\x1F\x7F-\x84\x86-\x9F]/g);
  if (controls > text.length * MOST_CONTROLS) return notText(`${controls} control characters in ${text.length}`);
  if (replaced > text.length * MOST_REPLACED) return notText(`${replaced} of ${text.length} not valid in ${encoding}`);
  return { ok: true, text, encoding, replaced };
}

/** 0x80 to 0x9F of windows-1252. */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  // Node decodes it as ISO 8859-1 (nodejs/node issue 56542): its quotation marks and dashes come out as controls.
  return text.replace(/[\x80-\x9F]/g, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));
}

function notText(detail: string): Decoded {
  return { ok: false, reason: 'corrupt', detail: `not text: ${detail}` };
}

function declaredEncoding(bytes: Uint8Array, declared: string | undefined): string | null {
  if (declared === undefined || byteOrderMark(bytes) !== null) return null;
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever they say.
  if (decodesStrictly(bytes, 'utf-8')) return bytes.some((byte) => byte > 0x7f) ? 'utf-8' : null;
  const encoding = known(declared);
  return encoding !== null && decodesStrictly(bytes, encoding) ? encoding : null;
}

function known(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    // GB 2312 and GBK are subsets of it, and files that name them use more.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

/** How often U+FFFD itself is written in the file (EF BF BD). */
function countWritten(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
  }
  return found;
}
