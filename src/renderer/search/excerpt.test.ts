import { expect, test } from 'vitest';
import { excerptStart } from './excerpt';

const marksOf = (text: string, word: string) =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ start: index, end: index + word.length }));

test('begins at the start where the highlights are seen from there, or where there are none', () => {
  const text = `The buyer may end the contract. ${'Nothing of note. '.repeat(40)}`;
  expect(excerptStart(text, [])).toBe(0);
  expect(excerptStart(text, marksOf(text, 'contract'))).toBe(0);
});

test('begins with the sentence from which most highlights are seen', () => {
  const text = `合同编号如下。${'本条所称设备指附件所列机器。'.repeat(20)}逾期交付超过三十日的，买方有权解除合同。`;
  expect(text.slice(excerptStart(text, [...marksOf(text, '合同'), ...marksOf(text, '逾期')]))).toBe(
    '逾期交付超过三十日的，买方有权解除合同。',
  );
});

test('a sentence that is too long is entered at a word', () => {
  const text = `${'alpha beta gamma, '.repeat(60)}the demurrage is claimed`;
  const excerpt = text.slice(excerptStart(text, marksOf(text, 'demurrage')));
  expect(excerpt).toMatch(/^\S/);
  expect(excerpt).toContain('the demurrage');
  expect(excerpt.length).toBeLessThan(130);
});
