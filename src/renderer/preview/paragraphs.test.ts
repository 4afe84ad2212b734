import { expect, test } from 'vitest';
import { aView } from '../testing/fixtures';
import { paragraphsOf } from './paragraphs';

const textOf = (paragraph: ReturnType<typeof paragraphsOf>[number]) =>
  paragraph.segments.map((segment) => segment.text).join('');

test('makes a paragraph of every line that is not blank, at its place in the document', () => {
  const paragraphs = paragraphsOf(aView('…first\n\n  second  \nthird', 1, 99), null);
  expect(paragraphs.map(textOf)).toEqual(['first', '  second', 'third']);
  expect(paragraphs.map(({ start, end }) => [start, end])).toEqual([
    [1, 6],
    [8, 16],
    [19, 24],
  ]);
});

test('marks the passage and its highlights, over several lines and within a later window', () => {
  const whole = 'before\nalpha beta\ngamma delta\nafter';
  const start = whole.indexOf('alpha');
  const passage = { start, end: start + 'alpha beta\ngamma delta'.length, highlights: [{ start: 6, end: 16 }] };
  const paragraphs = paragraphsOf(aView(whole, 7, 99), passage);
  expect(paragraphs.map((paragraph) => [textOf(paragraph), paragraph.here])).toEqual([
    ['alpha beta', true],
    ['gamma delta', true],
    ['after', false],
  ]);
  const marked = paragraphs.flatMap(({ segments }) => segments.filter((segment) => segment.marked));
  expect(marked.map((segment) => segment.text)).toEqual(['beta', 'gamma']);
});

test('shows headings without the marks of Markdown', () => {
  const whole = '## 第九条 违约责任\n9.1 卖方逾期交付的';
  const passage = { start: 0, end: whole.length, highlights: [{ start: 7, end: 9 }] };
  const [heading, clause] = paragraphsOf(aView(whole, 0, 99, { headings: [{ start: 0, end: 11, level: 2 }] }), passage);
  expect(heading).toMatchObject({ level: 2, here: true });
  expect(heading?.segments).toEqual([
    { text: '第九条 ', marked: false, strong: false },
    { text: '违约', marked: true, strong: false },
    { text: '责任', marked: false, strong: false },
  ]);
  expect(clause).toMatchObject({ level: null });
});

test('sets a page before the line that begins it, and cuts a line in which one begins', () => {
  const whole = 'one\ntwo three\nfour';
  const pages = [
    { page: 1, start: 0 },
    { page: 2, start: 8 },
    { page: 3, start: 14 },
  ];
  const paragraphs = paragraphsOf(aView(whole, 0, 99, { pages }), null);
  expect(paragraphs.map((paragraph) => [paragraph.page, textOf(paragraph)])).toEqual([
    [1, 'one'],
    [null, 'two'],
    [2, 'three'],
    [3, 'four'],
  ]);
  // A later window begins in page 2: its separator stands above the window.
  expect(paragraphsOf(aView(whole, 10, 99, { pages: pages.slice(1) }), null).map(({ page }) => page)).toEqual([
    null,
    3,
  ]);
});

test('draws the lines of Markdown and keeps its text', () => {
  const whole = '| Sum | Due |\n|---|:--:|\n| 5 | 1 May |\n---\na - b';
  expect(paragraphsOf(aView(whole, 0, 99), null).map(textOf)).toEqual([
    '| Sum | Due |',
    '',
    '| 5 | 1 May |',
    '',
    'a - b',
  ]);
});
