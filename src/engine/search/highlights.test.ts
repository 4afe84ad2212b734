import { expect, test } from 'vitest';
import { highlights } from './highlights';
import { parse } from './parse';

const marked = (text: string, query: string) =>
  highlights(text, parse(query)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['The tenants terminated the lease.', 'terminate tenant', ['tenants', 'terminated']],
  ['賣方違約的，應當賠償損失。', '违约 赔偿', ['違約', '賠償']],
  ['ＲＥＮＴ of ㎡ and 😀 rent', 'rent', ['ＲＥＮＴ', 'rent']],
  ['a price of 18,550 euros', '18550', ['18,550']],
  ['根据第一千零二十四条、Article 1024', 'art. 1024', ['第一千零二十四条', 'Article 1024']],
  ['the oﬃce lease', 'office', ['oﬃce']],
  ['a non-compete clause', 'non-compete', ['non', 'compete']],
])('%s', (text, query, parts) => {
  expect(marked(text, query)).toEqual(parts);
});

test('words that say nothing are not marked', () => {
  expect(marked('我们可以解除的合同', '我们可以解除吗')).toEqual(['解除']);
  expect(marked('what is the rent of the house', 'what is the rent')).toEqual(['rent']);
});

test('a phrase is marked as one, also where the text breaks its line', () => {
  expect(marked('no force majeure event', '"force majeure"')).toEqual(['force majeure']);
  expect(marked('no force\nmajeure event', '"force majeure"').join(' ')).toMatch(/force\s+majeure/);
});

test('marks do not overlap and stand in order', () => {
  const text = '违约责任与违约金，违约';
  const found = highlights(text, parse('违约责任 违约金 违约 责任'));
  for (const [index, mark] of found.entries()) {
    expect(mark.end).toBeGreaterThan(mark.start);
    expect(mark.start).toBeGreaterThan(found[index - 1]?.end ?? -1);
  }
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['违约责任', '违约金', '违约']);
});

test('a very long text is marked in no time', () => {
  const text = '合同 contract '.repeat(5000);
  const begin = performance.now();
  expect(highlights(text, parse('contract 合同'))).toHaveLength(10_000);
  expect(performance.now() - begin).toBeLessThan(2000);
});
