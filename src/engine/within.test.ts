import { parse, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isWithin } from './within';

const disk = parse(process.cwd()).root;

test.each([
  ['cases/a', 'cases', true],
  ['cases', 'cases', true],
  ['cases-2', 'cases', false],
  ['cases', 'cases/a', false],
])('%s within %s: %s', (path, folder, within) => {
  expect(isWithin(resolve(path), resolve(folder))).toBe(within);
});

test('everything lies within the root of its disk', () => {
  expect(isWithin(resolve('cases'), disk)).toBe(true);
  expect(isWithin(disk, disk)).toBe(true);
});
