import { expect, test } from 'vitest';
import { words } from '../language/words';
import { DocumentNames } from './document-names';

const names = new DocumentNames([
  { document: 1, name: '设备采购合同 QT-VM-2023-017' },
  { document: 2, name: 'Mutual NDA 2023-02-06' },
  { document: 3, name: 'NDA-ROI Corporation' },
  { document: 3, name: 'Confidentiality undertaking' },
  { document: 4, name: '...' },
]);
const coverage = (question: string) => names.coverage([...new Set(words(question))]);

test('a question that gives a whole name covers it', () => {
  expect(coverage('What does the mutual NDA of 2023-02-06 say?').get(2)).toBeCloseTo(1);
  expect(coverage('《設備采購合同 QT-VM-2023-017》第三条').get(1)).toBeCloseTo(1);
});

test('a rare word of a name says more than one that many names hold', () => {
  const found = coverage('NDA with ROI');
  expect(found.get(3)).toBeGreaterThan(found.get(2) ?? 0);
  expect(found.get(2)).toBeGreaterThan(0);
});

test('the best of several names counts', () => {
  expect(coverage('confidentiality undertaking').get(3)).toBeCloseTo(1);
});

test('a question that names none covers none', () => {
  expect(coverage('how long is the notice period').size).toBe(0);
  expect(coverage('').size).toBe(0);
});
