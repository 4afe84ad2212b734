import { expect, test } from 'vitest';
import { documentOf, shown } from './fixtures/blocks';
import { readHtml } from './html';

const read = async (html: string) => documentOf(await readHtml(Buffer.from(html)));

test('blocks, with white space folded and entities decoded', async () => {
  const document = await read(`<!doctype html><title>  § 1 &amp; 2 </title><body><h2>Part
    One</h2><p>The&nbsp;<b>fee</b> is
    due.</p><p>合同
    成立。</p><div>bare text<p>inner</p>tail</div>`);
  expect(document.title).toBe('§ 1 & 2');
  expect(document.text).toBe('Part One\n\nThe fee is due.\n\n合同成立。\n\nbare text\n\ninner\n\ntail');
  expect(shown(document)[0]).toBe('heading2: Part One');
});

test('numbers of ordered lists are written out, rows are joined by their cells', async () => {
  const document = await read(`<ol start="3"><li>Third<li>Fourth<ol type="a"><li>Sub</ol></ol>
    <table><tr><th>Party<th>Share<tr><td>甲方<td>60%</table>`);
  expect(shown(document)).toEqual([
    'list-item: 3. Third',
    'list-item: 4. Fourth',
    'list-item: a. Sub',
    'table-row: Party | Share',
    'table-row: 甲方 | 60%',
  ]);
  expect(document.text).toContain('Party | Share\n甲方 | 60%');
});

test('a table that lays out the page is no table', async () => {
  const html = `<table><tr><td>Menu</td><td><h1>Judgment</h1><p>Text.</p></td></tr></table>`;
  expect(shown(await read(html))).toEqual(['paragraph: Menu', 'heading1: Judgment', 'paragraph: Text.']);
});

test('programs, navigation and hidden parts are left out', async () => {
  const html = `<body><nav>Home</nav><header>Site</header><script>x()</script><style>p{}</style>
    <p hidden>no</p><p style="display: none">no</p><span class="sr-only">no</span><main><header>Case 12</header><p>Yes</p></main><footer>Imprint</footer>`;
  expect(shown(await read(html))).toEqual(['paragraph: Case 12', 'paragraph: Yes']);
});

test('a page of nothing but navigation is read', async () => {
  expect(shown(await read('<nav>Only this</nav>'))).toEqual(['paragraph: Only this']);
});

test('line breaks: two part paragraphs, as does one before an indent', async () => {
  const document = await read(
    '<div>原告诉称<br>　　一、判令被告付款；<br>　　二、诉讼费由被告承担。<br><br>Street 1<br>City</div>',
  );
  expect(shown(document)).toEqual([
    'paragraph: 原告诉称',
    'paragraph: 一、判令被告付款；',
    'paragraph: 二、诉讼费由被告承担。',
    'paragraph: Street 1\nCity',
  ]);
});

test('the declared encoding is used', async () => {
  const html = Buffer.concat([
    Buffer.from('<meta charset="gb2312"><p>'),
    Buffer.from('bcd7b7bd', 'hex'),
    Buffer.from('</p>'),
  ]);
  expect(documentOf(await readHtml(html)).text).toBe('甲方');
});

test('a page without text, and one that is nested beyond all measure', async () => {
  expect(await readHtml(Buffer.from('<html><img src=x>'))).toMatchObject({ ok: false, reason: 'no-text' });
  expect(shown(await read(`${'<div>'.repeat(20_000)}deep`))).toEqual(['paragraph: deep']);
});
