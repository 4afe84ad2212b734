import { expect, test } from 'vitest';
import { findCitations } from './citations';
import { fold } from './fold';

const citationsIn = (text: string) => findCitations(fold(text)).map((citation) => citation.word);

test.each([
  '第一千零二十四条',
  '第1024条',
  '第 1024 条',
  '第１０２４条',
  '第一千零二十四條',
  'Article 1024',
  'art. 1024',
  'Art 1024',
  'ARTICLES 1024',
])('%s is the same place', (text) => {
  expect(citationsIn(`依据${text} 的规定`)).toEqual(['条1024']);
});

test.each([
  ['刑法第一百二十条之一', ['条120之1']],
  ['第120条之三', ['条120之3']],
  ['第十二条第三款第（二）项', ['条12', '款3']],
  ['第三编第二章第一节', ['编3', '章2', '节1']],
  ['Section 3.2 and Sec. 3.2', ['section3.2', 'section3.2']],
  ['see clause 18.2.1(a)', ['clause18.2.1']],
  ['Chapter 7', ['章7']],
  ['the article about art and sections', []],
  ['第三方、第几条、百分之五', []],
  ['particle 5 and smart. 3', []],
])('%s', (text, words) => {
  expect(citationsIn(text)).toEqual(words);
});

test.each([
  '（2021）最高法民终518号',
  '(2021)最高法民终518号',
  '〔2021〕最高法民终518号',
  '（２０２１）最高法民終518號',
  '(2021) 最高法民终 0518 号',
])('the case number %s', (text) => {
  expect(citationsIn(`参见${text}判决书`)).toEqual(['案2021最高法民终518']);
});

test('a court with digits in its name', () => {
  expect(citationsIn('（2024）京0105民初12345号')).toEqual(['案2024京0105民初12345']);
});

test('a citation says where it stands', () => {
  const text = fold('根据第一千零二十四条之一、Article 5');
  const found = findCitations(text).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(['第一千零二十四条之一', 'article 5']);
});

test('a megabyte that nearly is a citation takes no time', () => {
  const begin = performance.now();
  for (const unit of ['第', '第一', '(2021)', '(2021)最高法', 'article ', '(2021)1'])
    findCitations(unit.repeat(1e6 / unit.length));
  expect(performance.now() - begin).toBeLessThan(3000);
});
