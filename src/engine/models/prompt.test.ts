import { expect, test } from 'vitest';
import { composePassage, composeQuery } from './prompt';

test('prompt, title, heading path and text, each cleaned', () => {
  const passage = {
    title: '《民法典》',
    heading: ['第四编　人格权', '第五章', '名誉权（一）'],
    text: '第1024条，\n民事主体享有名誉权。',
  };
  expect(composePassage(passage)).toBe('passage: 民法典 名誉权 一 第1024条 民事主体享有名誉权');
  expect(composeQuery('名誉权，见 https://law.gov.cn')).toBe('query: 名誉权 见 <url>');
});

test('a heading that only repeats the title is left out, as is what is empty', () => {
  expect(composePassage({ title: '民法典', heading: ['《民法典》', ' ', '总则'], text: '甲' })).toBe(
    'passage: 民法典 总则 甲',
  );
  expect(composePassage({ title: '', heading: [], text: '' })).toBe('passage: ');
});

test('title and headings leave the window to the text; the nearest headings stay', () => {
  const heading = ['一'.repeat(100), '二'.repeat(100), '三'.repeat(100)];
  const composed = composePassage({ title: '𠀀'.repeat(500), heading, text: '正文' });
  expect(composed).toBe(`passage: ${'𠀀'.repeat(120)} ${'二'.repeat(60)} ${'三'.repeat(100)} 正文`);
});

test.each(['第一编 总则', '第二分编　所有权', '第十二章', '第3节 期限'])(
  'a division of a law is left out: %s',
  (heading) => {
    expect(composePassage({ title: '', heading: [heading], text: '甲' })).toBe('passage: 甲');
  },
);

test.each(['第九条 违约责任', '章程修改', 'Chapter 3 Delivery'])('other headings stay: %s', (heading) => {
  expect(composePassage({ title: '', heading: [heading], text: '甲' })).toBe(`passage: ${heading} 甲`);
});
