import { expect, test } from 'vitest';
import { aResult } from '../testing/fixtures';
import { neighbour, rowsOf } from './rows';

const keys = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.key);

test('puts the passages under their file and folds away what is more than a few', () => {
  const rows = rowsOf(aResult('q', [1, 6]), new Set(), false);
  expect(keys(rows)).toEqual(['file 1', 'passage 1', 'file 2', 'passage 2', 'passage 3', 'passage 4', 'fold 2']);
  expect(rows.at(-1)).toMatchObject({ kind: 'fold', hidden: 3 });
});

test('shows all passages of a file that is unfolded, and never folds away a single one', () => {
  expect(keys(rowsOf(aResult('q', [5]), new Set([1]), true))).toEqual([
    'file 1',
    'passage 1',
    'passage 2',
    'passage 3',
    'passage 4',
    'passage 5',
    'fold 1',
    'more',
  ]);
  expect(keys(rowsOf(aResult('q', [4]), new Set(), false))).toHaveLength(5);
});

test('moves among the passages that are shown and stops at the ends', () => {
  const rows = rowsOf(aResult('q', [6, 1]), new Set(), false);
  expect(neighbour(rows, null, 1)).toBe(1);
  expect(neighbour(rows, 1, -1)).toBe(1);
  expect(neighbour(rows, 3, 1)).toBe(7);
  expect(neighbour(rows, 7, 1)).toBe(7);
  expect(neighbour(rows, 99, 1)).toBe(1);
  expect(neighbour([], null, 1)).toBeNull();
});
