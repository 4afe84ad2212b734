import { expect, test } from 'vitest';
import { documentOf, shown } from './fixtures/blocks';
import { readMarkdown } from './markdown';

const read = async (text: string) => documentOf(await readMarkdown(Buffer.from(text)));

test('a statute: headings, articles, no comments', async () => {
  const text =
    '# 中华人民共和国民法典\n\n2020年5月28日 通过　\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 为了保护民事主体的合法权益。\n\n第二条 民法调整：\n\n(一)人身关系；\n';
  const document = await read(text);
  expect(document.text).toBe(text);
  expect(document.title).toBe('中华人民共和国民法典');
  expect(shown(document)).toEqual([
    'heading1: 中华人民共和国民法典',
    'paragraph: 2020年5月28日 通过',
    'heading2: 第一章 总则',
    'paragraph: 第一条 为了保护民事主体的合法权益。',
    'paragraph: 第二条 民法调整：',
    'paragraph: (一)人身关系；',
  ]);
});

test('front matter gives the title and is no block', async () => {
  const document = await read('---\ntitle: "Loan memo"\ntags: [a]\n---\n\nBody.\n');
  expect(document.title).toBe('Loan memo');
  expect(shown(document)).toEqual(['paragraph: Body.']);
});

test('lists, tables, quotes, code, line ends of Windows', async () => {
  const text = [
    'Setext *one*',
    '===',
    '',
    '## Closed ##',
    '',
    '- first',
    '  goes on',
    '- second',
    '',
    '> quoted',
    '',
    '| a | b |',
    '|---|---|',
    '| 甲 | 1 |',
    '',
    '```',
    'code',
    '```',
    '',
    '    indented by hand',
  ].join('\r\n');
  expect(shown(await read(text))).toEqual([
    'heading1: Setext *one*',
    'heading2: Closed',
    'list-item: - first\r\n  goes on',
    'list-item: - second',
    'paragraph: quoted',
    'table-row: | a | b |',
    'table-row: | 甲 | 1 |',
    'paragraph: code',
    'paragraph: indented by hand',
  ]);
});

test('lines that are paragraphs of their own are parted', async () => {
  const long = '违约责任条款的内容应当明确具体并且具有可执行性'.repeat(4);
  expect(shown(await read(`第一条 ${long}\n第二条 ${long}\n`))).toHaveLength(2);
});

test('HTML with text is a paragraph, HTML without is nothing', async () => {
  expect(shown(await read('<div align="center">\n\n<p>Shown</p>\n\n</div>\n'))).toEqual(['paragraph: <p>Shown</p>']);
});
