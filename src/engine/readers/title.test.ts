import { expect, test } from 'vitest';
import { sensibleTitle } from './title';

test.each(['民间借贷纠纷民事判决书', 'Loan Agreement (2021)', '§ 1–107. Limits'])('%s is a title', (title) => {
  expect(sensibleTitle(title)).toBe(title);
});

test.each([
  '',
  '  ',
  '2021-03-04',
  'untitled',
  '文档1',
  'Microsoft Word - 合同.doc',
  'contract_final.docx',
  '\u0000\u0001ab',
  '\ufffd\ufffd\ufffd',
  undefined,
])('%j is none', (title) => {
  expect(sensibleTitle(title)).toBeNull();
});
