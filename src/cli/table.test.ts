import { expect, test } from 'vitest';
import { table } from './table';

test('columns stand under each other, Chinese ones too', () => {
  expect(
    table([
      ['案件', 'Files'],
      ['a', '1,284'],
    ]),
  ).toEqual(['案件  Files', 'a     1,284']);
  expect(table([])).toEqual([]);
});
