import { detectAll } from 'jschardet';
import { FREQUENT_HAN } from './frequent-han';

/** How much of a file is looked at to tell its encoding. */
const SAMPLE = 64 * 1024;

/** Legacy encodings of one or two bytes a character, with the lead bytes of their everyday characters (level 1 of each standard). */
const DOUBLE_BYTE = [
  { encoding: 'gb18030', lead: [0xb0, 0xd7], trail: [0xa1, 0xfe] },
  { encoding: 'big5', lead: [0xa4, 0xc6], trail: [0x40, 0xfe] },
  { encoding: 'euc-kr', lead: [0xb0, 0xc8], trail: [0xa1, 0xfe] },
  { encoding: 'euc-jp', lead: [0xa4, 0xcf], trail: [0xa1, 0xfe] },
  { encoding: 'shift_jis', lead: [0x82, 0x97], trail: [0x40, 0xfc] },
] as const;

/**
 * The WHATWG label of the encoding that the bytes are most likely in. A byte-order mark decides; then bytes that are valid UTF-8 are
 * UTF-8; what is left is judged by how everyday the characters are that a candidate yields.
 */
export function detectEncoding(bytes: Uint8Array): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return marked;
  const sample = bytes.subarray(0, SAMPLE);
  const wide = sample.includes(0) ? wideEncoding(sample) : null;
  if (wide !== null) return wide;
  if (decodesStrictly(bytes, 'utf-8')) return isIso2022(sample) ? 'iso-2022-jp' : 'utf-8';
  if (isDamagedUtf8(sample)) return 'utf-8';
  return unspacedWideEncoding(sample) ?? doubleByteEncoding(bytes, sample) ?? singleByteEncoding(sample);
}

export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return null;
}

export function decodesStrictly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark, told by the byte order in which its units are everyday characters. */
function wideEncoding(sample: Uint8Array): string | null {
  const units = Math.floor(sample.length / 2);
  let little = 0;
  let big = 0;
  for (let i = 0; i < units; i++) {
    const first = sample[2 * i] ?? 0;
    const second = sample[2 * i + 1] ?? 0;
    if (isEverydayUnit(second, first)) little++;
    if (isEverydayUnit(first, second)) big++;
  }
  if (Math.max(little, big) < units * 0.8 || little === big) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** UTF-16 without a mark and without one ASCII character: only a text of Han and its punctuation alone can be that. */
function unspacedWideEncoding(sample: Uint8Array): string | null {
  const whole = sample.subarray(0, sample.length - (sample.length % 2));
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = new TextDecoder(encoding).decode(whole);
    if (/^[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]+$/.test(text) && frequentShare(text) >= 0.3) return encoding;
  }
  return null;
}

function isEverydayUnit(high: number, low: number): boolean {
  if (high === 0) return low >= 0x20 || low === 0x09 || low === 0x0a || low === 0x0d;
  return (
    (high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20 || (high >= 0x01 && high <= 0x06)
  );
}

function isIso2022(sample: Uint8Array): boolean {
  for (let at = sample.indexOf(0x1b); at >= 0; at = sample.indexOf(0x1b, at + 1)) {
    const next = sample[at + 1];
    const after = sample[at + 2];
    if (next === 0x24 && (after === 0x40 || after === 0x42)) return true;
  }
  return false;
}

/** UTF-8 in which a few bytes were broken, e.g. by a cut in the middle of a character. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  let broken = 0;
  let whole = 0;
  for (const character of text) {
    if (character === '\uFFFD') broken++;
    else if (character > '\u007F') whole++;
  }
  return whole >= 8 && broken <= whole * 0.05;
}

function doubleByteEncoding(bytes: Uint8Array, sample: Uint8Array): string | null {
  let best: { encoding: string; score: number } | null = null;
  const guesses = guessesOf(sample);
  for (const candidate of DOUBLE_BYTE) {
    const strict = decodesStrictly(bytes, candidate.encoding);
    const text = new TextDecoder(candidate.encoding).decode(sample);
    const wide = countWide(text);
    const broken = text.split('\uFFFD').length - 1;
    if (wide === 0 || broken > wide * 0.02) continue;
    const score =
      everydayShare(sample, candidate) +
      frequentShare(text) +
      kanaShare(text, candidate.encoding) +
      (guesses.get(candidate.encoding) ?? 0) * 0.4 +
      (strict ? 0.2 : 0);
    if (best === null || score > best.score) best = { encoding: candidate.encoding, score };
  }
  return best !== null && best.score >= 0.9 ? best.encoding : null;
}

/** Share of the two-byte characters that are of the standard's level 1. */
function everydayShare(sample: Uint8Array, candidate: (typeof DOUBLE_BYTE)[number]): number {
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i + 1 < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x81) continue;
    const trail = sample[i + 1] ?? 0;
    i++;
    // Rows of punctuation and full-width forms say nothing for or against.
    if (lead >= 0xa1 && lead <= 0xa3 && candidate.encoding !== 'shift_jis') continue;
    pairs++;
    const [from, to] = candidate.lead;
    if (lead >= from && lead <= to && trail >= candidate.trail[0] && trail <= candidate.trail[1]) everyday++;
  }
  return pairs === 0 ? 0 : everyday / pairs;
}

function countWide(text: string): number {
  return text.match(/[\u3000-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/g)?.length ?? 0;
}

/** Share of the Han characters of the text that are among the most frequent of Chinese, traditional or simplified. */
function frequentShare(text: string): number {
  let han = 0;
  let frequent = 0;
  for (const character of text) {
    if (character < '\u4E00' || character > '\u9FFF') continue;
    han++;
    if (FREQUENT_HAN.has(character)) frequent++;
  }
  return han === 0 ? 0 : frequent / han;
}

/** Japanese has kana and Korean has Hangul in every sentence; half-width kana in a row are Chinese read wrongly. */
function kanaShare(text: string, encoding: string): number {
  const wide = Math.max(countWide(text), 1);
  if (encoding === 'euc-kr') return (text.match(/[\uAC00-\uD7AF]/g)?.length ?? 0) / wide;
  if (encoding !== 'euc-jp' && encoding !== 'shift_jis') return 0;
  const kana = text.match(/[\u3041-\u3093\u30A1-\u30F6]/g)?.length ?? 0;
  const halfWidth = text.match(/[\uFF61-\uFF9F]/g)?.length ?? 0;
  return kana / wide - halfWidth / wide - (kana === 0 ? 0.5 : 0);
}

/** Scripts whose words are written without Latin letters. */
const NON_LATIN = /^(?:windows-125[1356]|iso-8859-[5678]|koi8-[ru]|ibm866|x-mac-cyrillic|windows-874)$/;
const CENTRAL_EUROPEAN = /^(?:windows-1250|iso-8859-2)$/;

function singleByteEncoding(sample: Uint8Array): string {
  const guesses = [...guessesOf(sample)].filter(([encoding, sure]) => sure >= 0.3 && decodesStrictly(sample, encoding));
  const guessed = (script: RegExp) => guesses.find(([encoding]) => script.test(encoding))?.[0];
  if (!mixesWithAscii(sample)) return guessed(NON_LATIN) ?? 'windows-1252';
  const western = new TextDecoder('windows-1252').decode(sample);
  // Icelandic letters without the vowels of Icelandic are Turkish.
  const icelandic = western.match(/[ðþýÐÞÝ]/g)?.length ?? 0;
  if (icelandic >= 3 && !/[áúÁÚæÆ]/.test(western)) return 'windows-1254';
  return guesses[0]?.[0] === guessed(CENTRAL_EUROPEAN) ? (guesses[0]?.[0] ?? 'windows-1252') : 'windows-1252';
}

/** Whether letters beyond ASCII mostly stand next to ASCII letters, as accents do in Latin scripts. */
function mixesWithAscii(sample: Uint8Array): boolean {
  const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  let high = 0;
  let beside = 0;
  sample.forEach((byte, i) => {
    if (byte < 0xc0) return;
    high++;
    if (isLetter(sample[i - 1]) || isLetter(sample[i + 1])) beside++;
  });
  return beside >= high * 0.5;
}

/** What jschardet thinks, as WHATWG labels, likeliest first. */
function guessesOf(sample: Uint8Array): Map<string, number> {
  const guesses = new Map<string, number>();
  const binary = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  for (const { encoding, confidence } of detectAll(binary, { minimumThreshold: 0 })) {
    const label = encoding === null ? '' : whatwgLabel(encoding.toLowerCase());
    if (label !== '' && !guesses.has(label)) guesses.set(label, confidence);
  }
  return guesses;
}

function whatwgLabel(name: string): string {
  const renamed: Record<string, string> = {
    gb2312: 'gb18030',
    gbk: 'gb18030',
    maccyrillic: 'x-mac-cyrillic',
    'tis-620': 'windows-874',
    cp949: 'euc-kr',
  };
  return renamed[name] ?? name;
}
