import { expect, test } from 'vitest';
import { markdownMarkup, segmentsOf } from './segments';

const plain = (text: string) => ({ text, marked: false, strong: false });
const marked = (text: string) => ({ text, marked: true, strong: false });

test('cuts at the edges of the highlights', () => {
  expect(segmentsOf('卖方逾期交付的', [{ start: 2, end: 6 }])).toEqual([
    plain('卖方'),
    marked('逾期交付'),
    plain('的'),
  ]);
});

test('joins highlights that overlap or touch, in whatever order they come', () => {
  const highlights = [
    { start: 4, end: 6 },
    { start: 0, end: 2 },
    { start: 1, end: 4 },
  ];
  expect(segmentsOf('abcdefgh', highlights)).toEqual([marked('abcdef'), plain('gh')]);
});

test('keeps the whole text when highlights are empty or reach beyond it', () => {
  expect(segmentsOf('abc', [])).toEqual([plain('abc')]);
  const beyond = [
    { start: 2, end: 99 },
    { start: 50, end: 60 },
    { start: 1, end: 1 },
  ];
  expect(segmentsOf('abc', beyond)).toEqual([plain('ab'), marked('c')]);
  expect(segmentsOf('', [{ start: 0, end: 1 }])).toEqual([]);
});

test('sets strong what Markdown emphasizes, with highlights in it, and leaves other asterisks alone', () => {
  const text = 'see **Option B** and **** or 2 ** 3';
  expect(segmentsOf(text, [{ start: 13, end: 20 }], markdownMarkup(text))).toEqual([
    plain('see '),
    { text: 'Option ', marked: false, strong: true },
    { text: 'B', marked: true, strong: true },
    marked(' and'),
    plain(' **** or 2 ** 3'),
  ]);
});
