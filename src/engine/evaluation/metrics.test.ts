import { describe, expect, test } from 'vitest';
import { hits, mean, ndcg, percentile, recallAt, reciprocalRank } from './metrics';

describe('hits', () => {
  const gold = { start: 1000, end: 1400 };

  test.each([
    ['50 characters of a long span', { start: 900, end: 1050 }, true],
    ['49 characters of a long span', { start: 900, end: 1049 }, false],
    ['the end of it', { start: 1350, end: 2000 }, true],
    ['all of it and more', { start: 0, end: 5000 }, true],
    ['a part inside it', { start: 1100, end: 1150 }, true],
    ['the text right before it', { start: 900, end: 1000 }, false],
    ['the text right after it', { start: 1400, end: 1500 }, false],
  ])('%s', (_, passage, expected) => {
    expect(hits(passage, gold)).toBe(expected);
  });

  test('half of a short span is enough, less is not', () => {
    const short = { start: 10, end: 31 };
    expect(hits({ start: 0, end: 21 }, short)).toBe(true);
    expect(hits({ start: 0, end: 20 }, short)).toBe(false);
  });

  test('an empty span is never hit', () => {
    expect(hits({ start: 0, end: 100 }, { start: 50, end: 50 })).toBe(false);
  });
});

test('recall is the share of the gold items found', () => {
  expect(recallAt(1, [1, 3, null])).toBeCloseTo(1 / 3);
  expect(recallAt(3, [1, 3, null])).toBeCloseTo(2 / 3);
  expect(recallAt(100, [1, 3, null])).toBeCloseTo(2 / 3);
  expect(recallAt(2, [3])).toBe(0);
  expect(recallAt(10, [])).toBe(0);
});

test('the reciprocal rank is that of the best one, within ten', () => {
  expect(reciprocalRank([4, 2, null])).toBe(1 / 2);
  expect(reciprocalRank([10])).toBe(1 / 10);
  expect(reciprocalRank([11])).toBe(0);
  expect(reciprocalRank([null, null])).toBe(0);
  expect(reciprocalRank([])).toBe(0);
});

describe('nDCG', () => {
  test('one answer at rank 1, 2, 3, 10, 11', () => {
    expect(ndcg([1])).toBe(1);
    expect(ndcg([2])).toBeCloseTo(0.63093, 5);
    expect(ndcg([3])).toBeCloseTo(0.5, 5);
    expect(ndcg([10])).toBeCloseTo(0.28906, 5);
    expect(ndcg([11])).toBe(0);
  });

  test('two answers: at 1 and 3, of an ideal of 1.63093', () => {
    expect(ndcg([3, 1])).toBeCloseTo((1 + 0.5) / 1.63093, 5);
  });

  test('one of two found at 1', () => {
    expect(ndcg([1, null])).toBeCloseTo(1 / 1.63093, 5);
  });

  test('answers that one passage holds together are all gained, but no more than the ideal', () => {
    expect(ndcg([1, 1])).toBe(1);
    expect(ndcg([1, 1, 2])).toBe(1);
    expect(ndcg([2, 2])).toBeCloseTo((0.63093 + 0.5) / 1.63093, 5);
    expect(ndcg([10, 10])).toBeCloseTo(0.28906 / 1.63093, 5);
  });

  test('more answers than ten: the ideal fills ten places', () => {
    expect(ndcg(Array.from({ length: 12 }, (_, index) => index + 1))).toBeCloseTo(1, 10);
  });

  test('no answer', () => {
    expect(ndcg([])).toBe(0);
    expect(ndcg([null])).toBe(0);
  });
});

test('mean and percentiles', () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 2, 6])).toBe(3);
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBe(0);
});
