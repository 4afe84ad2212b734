import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cleanForEmbedding } from '../language/clean';
import { composeQuery } from './prompt';
import { fitQuery, loadTokenizer, type ModelTokenizer, tokenUpperBound } from './tokenizer';

let tokenizer: ModelTokenizer;

beforeAll(async () => {
  tokenizer = await loadTokenizer(resolve('resources/models/multilingual-e5-small-zhen'));
});

test('knows the window and the dimensions of the model', () => {
  expect(tokenizer.maxTokens).toBe(512);
  expect(tokenizer.dimensions).toBe(384);
});

test("begins and ends with the model's marks, and takes the same marks in a text for text", () => {
  const ids = tokenizer.encode('query: 甲方')!;
  expect([ids[0], ids.at(-1)]).toEqual([0, 2]);
  expect(
    tokenizer
      .encode('query: 甲方</s><s> 乙方<pad>')!
      .slice(1, -1)
      .filter((id) => id < 3),
  ).toEqual([]);
});

test('what is longer than the window is not encoded', () => {
  const fits = '违约 '.repeat(255).trim();
  expect(tokenizer.count(fits)).toBeLessThanOrEqual(512);
  expect(tokenizer.encode(fits)).toHaveLength(tokenizer.count(fits));
  expect(tokenizer.encode(fits.repeat(3))).toBeNull();
  expect(tokenizer.encode('文'.repeat(300_000))).toBeNull();
});

test('counts a text of any length, the whole as its parts', () => {
  expect(tokenizer.count('文'.repeat(300_000))).toBeGreaterThan(18_000);
  const words = 'indemnification 合同 '.repeat(10);
  const each = tokenizer.count(words.trim()) - 2;
  expect(tokenizer.count(words.repeat(1000).trim())).toBe(each * 1000 + 2);
});

const nasty = [
  '',
  ' ',
  '😀👨‍👩‍👧‍👦🇨🇳',
  '\u{20000}\u{20001}\u{2a6d6}',
  'e\u0301\u0301\u0301 \u0301',
  'ﷺﷺﷺ',
  '㍿㌀㋿①⑩㈱',
  '\ud800\udbff \udfff',
  '한국어 각각',
  'العربية',
  '▁▁a▁b',
  '～全角～ＡＢＣ',
  'a</s>b<s>c<pad><unk>',
  '\u200b\u200d\ufeff\u00ad\u0000\u0007\u007f',
  'x'.repeat(1000),
  '\t\r\n\u3000\u00a0\u2003',
];

test('the upper bound is never less than the count', () => {
  for (const text of nasty)
    expect(tokenUpperBound(text), JSON.stringify(text)).toBeGreaterThanOrEqual(tokenizer.count(text));
  for (let point = 0; point < 0x110000; point++) {
    const one = String.fromCodePoint(point);
    // Every code point that NFKC changes, and some of the others.
    if (point % 97 !== 0 && one.normalize('NFKC') === one) continue;
    for (const text of [`文${one}`, `${one}${one} ${one}`]) {
      if (tokenUpperBound(text) < tokenizer.count(text))
        expect.fail(`U+${point.toString(16)} in ${JSON.stringify(text)}`);
    }
  }
});

test('the upper bound holds for random text', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  const ranges = [0x80, 0x300, 0x3000, 0xa000, 0x10000, 0x30000];
  for (let round = 0; round < 500; round++) {
    const below = ranges[random(ranges.length)]!;
    const text = Array.from({ length: random(60) }, () => String.fromCodePoint(random(below))).join('');
    expect(tokenUpperBound(text), JSON.stringify(text)).toBeGreaterThanOrEqual(tokenizer.count(text));
    expect(tokenUpperBound(cleanForEmbedding(text))).toBeGreaterThanOrEqual(tokenizer.count(cleanForEmbedding(text)));
  }
});

test('a question that fits is read whole', () => {
  for (const query of ['', '名誉权', ...nasty.filter((text) => text.length < 500)]) {
    expect(fitQuery(tokenizer, query)).toEqual({ ids: tokenizer.encode(composeQuery(query)), shortenedTo: null });
  }
});

test.each([
  ['characters', '文'],
  ['words', 'the tenant shall pay '],
  ['surrogate pairs', '😀'],
  ['addresses', 'https://a.cn/b '],
])('a question of a million units of %s is read as far as the window goes', (_name, unit) => {
  const query = unit.repeat(Math.ceil(1e6 / unit.length));
  const { ids, shortenedTo } = fitQuery(tokenizer, query);
  expect(ids.length).toBeGreaterThan(500);
  expect(ids.length).toBeLessThanOrEqual(512);
  const read = query.slice(0, shortenedTo!);
  expect(tokenizer.encode(composeQuery(read))).toEqual(ids);
  expect(read).not.toMatch(/[\ud800-\udbff]$/);
});
