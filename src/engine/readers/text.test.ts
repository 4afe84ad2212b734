import { expect, test } from 'vitest';
import { documentOf, shown } from './fixtures/blocks';
import { readText } from './text';

const read = async (text: string) => documentOf(await readText(Buffer.from(text)));

test('the text is the file, blank lines part paragraphs', async () => {
  const text = '\n  First one.\r\n\r\nSecond one.\n\n\n';
  const document = await read(text);
  expect(document.text).toBe(text);
  expect(shown(document)).toEqual(['paragraph: First one.', 'paragraph: Second one.']);
});

test('one paragraph a line', async () => {
  const lines = [
    'MUTUAL NON-DISCLOSURE AGREEMENT',
    `I. ${'The parties desire to have discussions relating to the Subject Matter. '.repeat(4).trim()}`,
    `II. ${'Such discussions may involve disclosure of confidential information. '.repeat(5).trim()}`,
    '第一条 甲方应当在合同签订之日起三十日内付款。',
  ];
  expect(shown(await read(lines.join('\n')))).toEqual(lines.map((line) => `paragraph: ${line}`));
});

test('lines wrapped at a width are joined, items and short lines are not', async () => {
  const text = [
    '     THIS AGREEMENT is made as of the first day of June by and between the',
    'parties named below, who agree that the terms set out in the following pages',
    'bind them and their successors.',
    '     (a) The Supplier shall deliver the goods at the place that the Customer',
    'names, and shall bear the cost of carriage and of insurance until the goods',
    'are handed over.',
    '     (b) The Customer shall pay.',
    'Signed:',
    'A. Smith',
  ].join('\n');
  expect(shown(await read(text)).map((block) => block.slice(11, 40))).toEqual([
    'THIS AGREEMENT is made as of t'.slice(0, 29),
    '(a) The Supplier shall delive',
    '(b) The Customer shall pay.',
    'Signed:',
    'A. Smith',
  ]);
});

test('wrapped Chinese, a paragraph begins at two full-width spaces', async () => {
  const line = '本院认为被告应当按照合同约定的期限和方式履行付款义务逾期不履行的应当承担违约责任';
  const text = `　　${line.slice(0, 36)}\n${line.slice(0, 38)}\n赔偿损失。\n　　${line.slice(0, 36)}\n${line.slice(0, 20)}。\n`;
  const document = await read(text);
  expect(document.blocks).toHaveLength(2);
});

test('a text of any encoding keeps its offsets in the decoded file', async () => {
  const document = documentOf(await readText(Buffer.from('\ufeff第一条\r\n\r\n第二条', 'utf16le')));
  expect(document.text).toBe('第一条\r\n\r\n第二条');
  expect(shown(document)).toEqual(['paragraph: 第一条', 'paragraph: 第二条']);
});
