import { expect, test } from 'vitest';
import { aDocument } from '../testing/fixtures';
import { citationText } from './citation';

const contract = {
  ...aDocument(1, '设备采购合同'),
  files: [{ file: '/案件/合同/设备采购合同.docx', path: '合同/设备采购合同.docx', modified: 0 }],
};

test('quotes with title, headings, page and path', () => {
  const passage = {
    heading: ['设备采购合同', '第九条 违约责任', '9.2'],
    page: 7,
    layer: 'text' as const,
    text: '卖方逾期交付超过三十日的，\n买方有权解除本合同。',
  };
  expect(citationText(contract, passage, 'zh')).toBe(
    '“卖方逾期交付超过三十日的，买方有权解除本合同。”\n——《设备采购合同》，第九条 违约责任 › 9.2，第 7 页（合同/设备采购合同.docx）',
  );
});

test('leaves out what a passage does not have, and keeps English words apart at line breaks', () => {
  const letter = aDocument(2, 'Re: Delivery');
  expect(
    citationText(letter, { heading: [], page: null, layer: 'text', text: ' treat the contract\nas at an end ' }, 'en'),
  ).toBe('“treat the contract as at an end”\n— Re: Delivery (Re: Delivery.md)');
});

test('puts no second pair of marks around a title that brings its own', () => {
  const judgment = aDocument(3, '（2021）最高法民终 518 号');
  expect(
    citationText(judgment, { heading: ['本院认为'], page: 14, layer: 'text', text: '可以解除合同。' }, 'zh'),
  ).toContain('——（2021）最高法民终 518 号，本院认为，第 14 页');
});

test('what was deleted is cited as deleted', () => {
  const draft = aDocument(4, 'Amendment No. 1');
  const passage = { heading: ['3. Delay damages'], page: null, layer: 'deletion' as const, text: 'sole remedy' };
  expect(citationText(draft, passage, 'en')).toContain('Amendment No. 1, 3. Delay damages, Tracked deletion');
});
