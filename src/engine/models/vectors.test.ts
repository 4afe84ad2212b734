import { expect, test } from 'vitest';
import { checkUnitVectors } from './vectors';

test('unit vectors pass', () => {
  checkUnitVectors(Float32Array.of(1, 0, 0.6, 0.8), 2, 2);
  checkUnitVectors(new Float32Array(), 0, 2);
});

test.each([
  ['too few', Float32Array.of(1, 0), 2],
  ['zero', Float32Array.of(0, 0), 1],
  ['not normalised', Float32Array.of(3, 4), 1],
  ['not a number', Float32Array.of(Number.NaN, 1), 1],
  ['infinite', Float32Array.of(1, 0, Number.POSITIVE_INFINITY, 0), 2],
])('%s is refused', (_name, vectors, rows) => {
  expect(() => checkUnitVectors(vectors, rows, 2)).toThrow('model-crashed');
});
