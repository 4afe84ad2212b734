import { expect, test } from 'vitest';
import { words } from './words';

test('Chinese is cut into words, long ones into their parts as well', () => {
  const cut = words('出租人应当承担违约责任。');
  expect(cut).toEqual(expect.arrayContaining(['出租人', '应当', '承担', '违约', '责任']));
});

test('traditional and simplified spellings give the same words', () => {
  expect(words('違約責任與損害賠償')).toEqual(words('违约责任与损害赔偿'));
});

test.each([
  ['terminates terminated terminating', ['termin']],
  ['Landlord LANDLORD ｌａｎｄｌｏｒｄ landlords', ['landlord']],
  ['18,550 18550 １８，５５０', ['18550']],
  ['第一千零二十四条 Article 1024 art. 1024', ['条1024']],
])('one word: %s', (text, distinct) => {
  expect([...new Set(words(text))]).toEqual(distinct);
});

test.each([
  ['non-compete', ['non', 'compet']],
  ['QT-VM-2023-017', ['qt', 'vm', '2023', '017']],
  ["the Tenant's", ['the', 'tenant', 's']],
  ['li@firm.cn', ['li', 'firm', 'cn']],
  ['and/or', ['and', 'or']],
  ['version 1.2.3', ['version', '1.2.3']],
  ['USD 1,000.50', ['usd', '1000.50']],
  ['签订NDA协议', ['签订', 'nda', '协议']],
])('%s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each(['', ' \n\t　', '。，！？——…', '😀'])('%j holds no word', (text) => {
  expect(words(text)).toEqual([]);
});

test('no word holds white space or is empty, whatever the text is', () => {
  const texts = [
    'a\u00a0b\u2003c\u3000d',
    '甲 乙\u200b丙',
    "o''clock--x",
    '第 1024 条',
    '(2021) 最高法民终 518 号',
    'a\u0000b\ud800c',
    '\ufeff合同 ＡＢ　Ｃ',
  ];
  for (const word of texts.flatMap(words)) expect(word).toMatch(/^\S+$/u);
});

test('a word of 10,000 letters is cut to what the index holds', () => {
  const [word = '', ...rest] = words('a'.repeat(10_000));
  expect(rest).toEqual([]);
  expect(word.length).toBeLessThanOrEqual(64);
  expect(words('a'.repeat(9_000))).toEqual([word]);
});
