import { expect, test } from 'vitest';
import { decode } from './decode';

const ZH = '根据《中华人民共和国民法典》第一千零二十四条的规定，民事主体享有名誉权。';
const HANT = '根據中華民國民法第一百八十四條之規定，因故意或過失不法侵害他人之權利者，負損害賠償責任。';

/** Two-byte encodings have no encoder in the platform: it is made by decoding every code. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const codes = new Map<string, [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return (text) => Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

test.each([
  ['utf-8', bytesOf(ZH)],
  ['utf-8', bytesOf([0xef, 0xbb, 0xbf], ZH)],
  ['utf-16le', bytesOf([0xff, 0xfe], [...utf16(ZH, false)])],
  ['utf-16be', bytesOf([0xfe, 0xff], [...utf16(ZH, true)])],
  ['utf-16le', utf16(`${ZH}\r\n`, false)],
  ['utf-16be', utf16(`${ZH}\r\n`, true)],
  ['utf-16le', utf16(ZH, false)],
  ['gb18030', encoder('gb18030')(ZH)],
])('Chinese in %s', (encoding, bytes) => {
  const decoded = decode(bytes);
  expect(decoded).toMatchObject({ ok: true, encoding, replaced: 0 });
  expect(decoded.ok && decoded.text.trim()).toBe(ZH);
});

test.each(['甲方', '合同', '判决书', '第三条 甲方应当付款', 'Clause 5 违约责任', '中国'])(
  'even a short text in GB18030: %s',
  (text) => {
    expect(decode(encoder('gb18030')(text))).toMatchObject({ ok: true, encoding: 'gb18030', text });
  },
);

test.each([HANT, '第三條 甲方應當付款', '契約書'])('traditional Chinese in Big5: %s', (text) => {
  expect(decode(encoder('big5')(text))).toMatchObject({ ok: true, encoding: 'big5', text });
});

test('Japanese and Korean', () => {
  const ja = '民法第七百九条の規定により、損害を賠償する責任を負う。';
  expect(decode(encoder('shift_jis')(ja))).toMatchObject({ ok: true, encoding: 'shift_jis', text: ja });
  const ko = '역사적 예수 연구자들은 복음서나 사도들의 서신서 속의 교리적 예수가 아닌';
  expect(decode(encoder('euc-kr')(ko))).toMatchObject({ ok: true, encoding: 'euc-kr', text: ko });
});

test('Western text of one byte a character, with the signs of Windows', () => {
  const bytes = bytesOf(
    'The fee is ',
    [0x80],
    '500 ',
    [0x93],
    'net',
    [0x94],
    ' for Moli',
    [0xe8],
    're \u00a0'.slice(0, 3),
  );
  expect(decode(bytes)).toMatchObject({
    ok: true,
    encoding: 'windows-1252',
    text: 'The fee is €500 “net” for Molière ',
  });
});

test('Russian', () => {
  const text = 'Настоящий договор вступает в силу с момента его подписания обеими сторонами';
  const bytes = Uint8Array.from(text, (character) => (character === ' ' ? 32 : character.charCodeAt(0) - 0x410 + 0xc0));
  expect(decode(bytes)).toMatchObject({ ok: true, encoding: 'windows-1251', text });
});

test('UTF-8 that was cut in the middle of a character stays UTF-8 and says what it lost', () => {
  const bytes = bytesOf(ZH);
  expect(decode(bytes.subarray(0, bytes.length - 1))).toMatchObject({ ok: true, encoding: 'utf-8', replaced: 1 });
});

test('a replacement character that is written in the file is no loss', () => {
  expect(decode(bytesOf('a\ufffdb'))).toMatchObject({ ok: true, replaced: 0 });
});

test('keeps line ends and white space as they are', () => {
  expect(decode(bytesOf('a\r\nb\rc\n\u3000d\t'))).toMatchObject({ ok: true, text: 'a\r\nb\rc\n\u3000d\t' });
});

test('binary is no text', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256);
  expect(decode(bytes)).toMatchObject({ ok: false, reason: 'corrupt' });
});

test('a declared encoding is believed unless it cannot be true', () => {
  expect(decode(encoder('gb18030')('甲方'), 'gb2312')).toMatchObject({ ok: true, text: '甲方', encoding: 'gb18030' });
  expect(decode(bytesOf(ZH), 'iso-8859-1')).toMatchObject({ ok: true, text: ZH, encoding: 'utf-8' });
  expect(decode(encoder('gb18030')(ZH), 'utf-8')).toMatchObject({ ok: true, text: ZH });
});
