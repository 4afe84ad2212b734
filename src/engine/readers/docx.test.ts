import { expect, test } from 'vitest';
import { readDocx } from './docx';
import { documentOf, shown } from './fixtures/blocks';
import { makeDocx, paragraph } from './fixtures/make-docx';

const read = async (...parts: Parameters<typeof makeDocx>) => documentOf(await readDocx(makeDocx(...parts)));

test('headings by style name, by inherited outline level, and by their own outline level', async () => {
  const document = await read({
    styles: `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Clause"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:name w:val="Clause B"/><w:basedOn w:val="a"/></w:style>`,
    body:
      paragraph('股权转让协议', '<w:pStyle w:val="1"/>') +
      paragraph('Warranties', '<w:pStyle w:val="b"/>') +
      paragraph('Title', '<w:outlineLvl w:val="1"/>') +
      paragraph('甲方应当付款。'),
  });
  expect(shown(document)).toEqual([
    'heading1: 股权转让协议',
    'heading3: Warranties',
    'heading2: Title',
    'paragraph: 甲方应当付款。',
  ]);
  expect(document.text).toBe('股权转让协议\n\nWarranties\n\nTitle\n\n甲方应当付款。');
  expect(document.title).toBe('股权转让协议');
});

test('writes out the numbers that Word draws', async () => {
  const level = (index: number, format: string, pattern: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const item = (text: string, depth: number) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="7"/></w:numPr>`);
  const document = await read({
    numbering: `<w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%2.')}${level(2, 'bullet', '')}</w:abstractNum>
      <w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>`,
    body: item('定义', 0) + item('标的', 1) + item('价款', 1) + item('付款', 0) + item('期限', 1) + item('点', 2),
  });
  expect(shown(document)).toEqual([
    'list-item: 第一条 定义',
    'list-item: 1. 标的',
    'list-item: 2. 价款',
    'list-item: 第二条 付款',
    'list-item: 1. 期限',
    'list-item: 点',
  ]);
});

test('tracked changes: insertions stay in the text, deletions stand behind it', async () => {
  const run = (text: string, tag = 'w:t') => `<w:r><${tag} xml:space="preserve">${text}</${tag}></w:r>`;
  const change = (kind: string, content: string) => `<w:${kind} w:id="1" w:author="B">${content}</w:${kind}>`;
  const document = await read({
    body: `<w:p>${run('Pay within ')}${change('del', run('thirty', 'w:delText'))}${change('ins', run('sixty'))}${run(' days.')}</w:p>
      <w:p><w:pPr><w:rPr><w:ins w:id="2" w:author="B"/></w:rPr></w:pPr>${change('ins', run('A new clause.'))}</w:p>
      <w:p><w:pPr><w:rPr><w:del w:id="3" w:author="B"/></w:rPr></w:pPr>${change('del', run('An old clause.', 'w:delText'))}</w:p>
      <w:p>${run('The end.')}</w:p>`,
  });
  expect(shown(document)).toEqual([
    'paragraph: Pay within sixty days.',
    'deletion: thirty',
    'insertion: A new clause.',
    'deletion: An old clause.',
    'paragraph: The end.',
  ]);
});

test('footnotes and comments follow their paragraph; headers come last, once; tables by rows', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const document = await read({
    body: `<w:p><w:r><w:t>Claim.</w:t><w:footnoteReference w:id="5"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>
      <w:tbl><w:tr>${cell('Party')}${cell('Share')}</w:tr><w:tr>${cell('甲方')}${cell('60%')}</w:tr></w:tbl>${paragraph('After.')}`,
    footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('—')}</w:footnote><w:footnote w:id="5">${paragraph('See exhibit A.')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="C">${paragraph('Really?')}</w:comment>`,
    header: paragraph('Privileged'),
  });
  expect(shown(document)).toEqual([
    'paragraph: Claim.',
    'footnote: See exhibit A.',
    'comment: Really?',
    'table-row: Party | Share',
    'table-row: 甲方 | 60%',
    'paragraph: After.',
    'header-footer: Privileged',
  ]);
  expect(document.text).toContain('Party | Share\n甲方 | 60%\n\nAfter.');
});

test('reads a text box once, fields by their result, and hidden text', async () => {
  const box = `<w:txbxContent>${paragraph('In a box')}</w:txbxContent>`;
  const document = await read({
    body: `<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice>
      <mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
      <w:p><w:r><w:instrText>REF x</w:instrText></w:r><w:fldSimple w:instr="REF y"><w:r><w:t>clause 4.2</w:t></w:r></w:fldSimple>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> secret</w:t></w:r></w:p>`,
  });
  expect(shown(document)).toEqual(['paragraph: Before', 'paragraph: In a box', 'paragraph: clause 4.2 secret']);
});

test('tells encrypted, broken and empty documents apart', async () => {
  const encrypted = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  expect(await readDocx(encrypted)).toMatchObject({ ok: false, reason: 'encrypted' });
  expect(await readDocx(makeDocx({ body: paragraph('x') }).slice(0, 400))).toMatchObject({
    ok: false,
    reason: 'corrupt',
  });
  expect(await readDocx(makeDocx({ body: '<w:p><w:r>' }))).toMatchObject({ ok: false, reason: 'corrupt' });
  expect(await readDocx(makeDocx({ body: '<w:p/>' }))).toMatchObject({ ok: false, reason: 'no-text' });
});

test('takes the title of the properties where it means something', async () => {
  expect((await read({ body: paragraph('x'), title: '借款合同' })).title).toBe('借款合同');
  expect((await read({ body: paragraph('x'), title: 'Document1' })).title).toBeNull();
});
