import { expect, test } from 'vitest';
import { aView } from '../testing/fixtures';
import { joined, pageAt, trimmed } from './window';

const whole = 'x'.repeat(100_000) + 'y'.repeat(100_000) + 'z'.repeat(100_000);
const pages = [0, 90_000, 180_000, 270_000].map((start, index) => ({ page: index + 1, start }));
const headings = [10, 150_000, 250_000].map((start) => ({ start, end: start + 5, level: 1 }));

/** The window as the engine gives it: with the page that it begins in. */
function view(from: number, to: number) {
  return aView(whole, from, to, {
    headings: headings.filter((heading) => heading.start >= from && heading.start < to),
    pages: pages.filter(
      (page, index) => page.start < to && (page.start >= from || (pages[index + 1]?.start ?? whole.length) > from),
    ),
  });
}

test('two windows that touch become the window of both', () => {
  expect(joined(view(0, 120_000), view(120_000, 200_000))).toEqual(view(0, 200_000));
});

test('what exceeds the kept length goes at the far end', () => {
  expect(trimmed(view(0, 200_000), 'after')).toEqual(view(0, 200_000));
  expect(trimmed(view(0, 300_000), 'after')).toEqual(view(60_000, 300_000));
  expect(trimmed(view(0, 300_000), 'before')).toEqual(view(0, 240_000));
});

test('tells the page at an offset', () => {
  expect(pageAt(view(100_000, 200_000), 179_999)).toBe(2);
  expect(pageAt(view(100_000, 200_000), 180_000)).toBe(3);
  expect(pageAt({ pages: [] }, 5)).toBeNull();
});
