import { expect, test } from 'vitest';
import { documentOf, shown } from './fixtures/blocks';
import { ENCRYPTED_PDF } from './fixtures/encrypted-pdf';
import { han, latin, makePdf } from './fixtures/make-pdf';
import { readPdf } from './pdf';

test('joins lines to paragraphs and finds the heading by its size', async () => {
  const pdf = makePdf([
    [
      latin(72, 780, 'Master Services Agreement', 20),
      latin(72, 740, 'The Supplier shall indemnify the Customer against all losses arising out of a bre-'),
      latin(72, 725, 'ach of this Agreement, including reasonable legal costs, and shall do so without'),
      latin(72, 710, 'delay.'),
      latin(72, 680, '2. The Customer shall pay within thirty days.'),
    ].join('\n'),
  ]);
  expect(shown(documentOf(await readPdf(pdf)))).toEqual([
    'heading1: Master Services Agreement',
    'paragraph: The Supplier shall indemnify the Customer against all losses arising out of a breach of this Agreement, including reasonable legal costs, and shall do so without delay.',
    'paragraph: 2. The Customer shall pay within thirty days.',
  ]);
});

test('reads Chinese through the character maps of pdf.js and joins its lines without a space', async () => {
  const pdf = makePdf([
    [
      han(96, 760, '第一千零二十四条民事主体享有名誉权任何组织或者个人不得以侮辱诽谤'),
      han(72, 742, '等方式侵害他人的名誉权名誉是对民事主体的品德声望才能信用等的社会'),
      han(72, 724, '评价。'),
      han(96, 706, '第一千零二十五条行为人为公共利益实施新闻报道。'),
    ].join('\n'),
  ]);
  expect(shown(documentOf(await readPdf(pdf)))).toEqual([
    'paragraph: 第一千零二十四条民事主体享有名誉权任何组织或者个人不得以侮辱诽谤等方式侵害他人的名誉权名誉是对民事主体的品德声望才能信用等的社会评价。',
    'paragraph: 第一千零二十五条行为人为公共利益实施新闻报道。',
  ]);
});

test('keeps where each page begins, and sets what all pages repeat apart', async () => {
  const pages = ['one', 'two', 'three', 'four'].map((word, i) =>
    [latin(72, 800, 'Smith v. Jones'), latin(72, 500, `Testimony ${word}.`), latin(280, 40, `Page ${i + 1} of 4`)].join(
      '\n',
    ),
  );
  const document = documentOf(await readPdf(makePdf(pages)));
  expect(document.pages).toHaveLength(4);
  document.pages.forEach((start, i) => {
    const page = document.text.slice(start, document.pages[i + 1]);
    expect(page.trim()).toBe(
      `Smith v. Jones\n\nTestimony ${['one', 'two', 'three', 'four'][i]}.\n\nPage ${i + 1} of 4`,
    );
  });
  expect(shown(document).slice(0, 3)).toEqual([
    'header-footer: Smith v. Jones',
    'paragraph: Testimony one.',
    'header-footer: Page 1 of 4',
  ]);
});

test('an empty page begins where the next one does', async () => {
  const document = documentOf(await readPdf(makePdf([latin(72, 700, 'First'), '', latin(72, 700, 'Third')])));
  expect(document.pages).toEqual([0, 7, 7]);
});

test('draws columns apart', async () => {
  const left = ['The quick brown fox jumps', 'over the lazy dog and runs', 'away.'];
  const right = ['A second column stands to', 'the right of the first and', 'ends here.'];
  const lines = [
    ...left.map((line, i) => latin(72, 700 - 15 * i, line)),
    ...right.map((line, i) => latin(320, 700 - 15 * i, line)),
  ];
  expect(shown(documentOf(await readPdf(makePdf([lines.join('\n')]))))).toEqual([
    'paragraph: The quick brown fox jumps over the lazy dog and runs away.',
    'paragraph: A second column stands to the right of the first and ends here.',
  ]);
});

test('takes a title that means something', async () => {
  const read = async (title: string) =>
    documentOf(await readPdf(makePdf([latin(72, 700, 'x')], `/Title (${title})`))).title;
  expect(await read('Share Purchase Agreement')).toBe('Share Purchase Agreement');
  expect(await read('Microsoft Word - final_v3.doc')).toBeNull();
  expect(await read('untitled')).toBeNull();
});

test('tells encrypted, damaged and scanned files apart', async () => {
  expect(await readPdf(ENCRYPTED_PDF)).toMatchObject({ ok: false, reason: 'encrypted' });
  expect(await readPdf(makePdf([latin(72, 700, 'x')]).slice(0, 60))).toMatchObject({ ok: false, reason: 'corrupt' });
  expect(await readPdf(makePdf(['0 0 100 100 re f']))).toMatchObject({ ok: false, reason: 'no-text' });
});

test('leaves the bytes that it is given untouched', async () => {
  const pdf = makePdf([latin(72, 700, 'x')]);
  const before = pdf.slice();
  await readPdf(pdf);
  expect(pdf).toEqual(before);
});
