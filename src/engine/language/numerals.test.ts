import { expect, test } from 'vitest';
import { parseNumeral } from './numerals';

test.each([
  ['1024', 1024],
  ['一千零二十四', 1024],
  ['一千二百六十', 1260],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二百零三', 203],
  ['两百', 200],
  ['二〇二四', 2024],
  ['一万二千', 12_000],
  ['十二万三千四百五十六', 123_456],
  ['零', 0],
])('%s is %d', (numeral, value) => {
  expect(parseNumeral(numeral)).toBe(value);
});

test.each(['', 'x', '一a', '12个', '3.2', '１２'])('%j is no numeral', (text) => {
  expect(parseNumeral(text)).toBeNull();
});
