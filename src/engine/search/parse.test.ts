import { expect, test } from 'vitest';
import { mostWords, parse } from './parse';

test('words, phrases and citations of a question', () => {
  const question = parse('Does “Force  Majeure” excuse the 賣方 under 第一千零二十四條?');
  expect(question.text).toBe('Does Force  Majeure excuse the 賣方 under 第一千零二十四條?');
  expect(question.words).toEqual(['doe', 'forc', 'majeur', 'excus', 'the', '卖方', 'under', '条1024']);
  expect(question.phrases).toEqual(['force majeure']);
  expect(question.citations).toEqual(['条1024']);
});

test.each([
  ['"late delivery"', ['late delivery']],
  ['「不可抗力」和『情势变更』', ['不可抗力', '情势变更']],
  ['"one" and "two words"', ['one', 'two words']],
  ['"unclosed', []],
  ['""', []],
  ['"   "', []],
  ['5" pipe and 6" pipe', ['pipe and 6']],
])('phrases of %s', (query, phrases) => {
  expect(parse(query).phrases).toEqual(phrases);
});

test.each(['', '   ', '\n\t　', '。！？', '"""', '*', '\u0000', '\ud800'])(
  '%j has no words, and is a question all the same',
  (query) => {
    expect(parse(query)).toMatchObject({ words: [], citations: [] });
  },
);

test('each word once, and no more than are searched', () => {
  expect(parse('rent RENT rents').words).toEqual(['rent']);
  expect(parse(Array.from({ length: 10_000 }, (_, index) => `w${index}`).join(' ')).words).toHaveLength(mostWords);
});
