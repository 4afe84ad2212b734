import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPassageFits, type PassageFits } from '../models/passage-fits';
import type { ReadDocument } from '../readers/reader';
import { documentOf, modelFolder, sampleFolder } from '../testing/documents.fixture';
import { chunk, type Fits } from './chunk';

let passageFits: PassageFits;
beforeAll(async () => {
  passageFits = await loadPassageFits(modelFolder);
});

const fitsModel: Fits = (heading, text) => passageFits('A title of some length 标题', heading, text);
const upTo =
  (characters: number): Fits =>
  (_heading, text) =>
    text.length <= characters;

const textsOf = (document: ReadDocument, fits: Fits) =>
  chunk(document, fits).chunks.map(({ start, end }) => document.text.slice(start, end));

test('short neighbours join under their heading, and not across one', async () => {
  const document = await documentOf('memo.md', '# A\n\nOne.\n\nTwo.\n\n- three\n- four\n\n# B\n\nFive.\n');
  expect(
    chunk(document, fitsModel).chunks.map(({ heading, start, end }) => [heading, document.text.slice(start, end)]),
  ).toEqual([
    [['A'], 'One.\n\nTwo.\n\n- three\n- four'],
    [['B'], 'Five.'],
  ]);
});

test('neighbours join up to the length of a passage that is easily read', async () => {
  const paragraph = 'The quick brown fox jumps over the lazy dog and runs on. '.repeat(6).trim();
  const document = await documentOf('long.txt', Array.from({ length: 9 }, () => paragraph).join('\n\n'));
  const lengths = textsOf(document, fitsModel).map((text) => text.length);
  expect(lengths.length).toBeGreaterThan(3);
  for (const length of lengths) expect(length).toBeLessThan(1000);
});

test('articles never join, however short', async () => {
  const document = await documentOf('规则.txt', '第一条　甲。\n\n第二条　乙。\n\n附则说明。\n\n第三条　丙。\n');
  expect(textsOf(document, fitsModel)).toEqual(['第一条　甲。', '第二条　乙。\n\n附则说明。', '第三条　丙。']);
});

test('an article that is too long is split between sentences', async () => {
  const sentences = Array.from(
    { length: 80 },
    (_, index) => `当事人应当在第${index + 1}日之前以书面形式将有关情况通知对方，并附具证明材料；`,
  );
  const document = await documentOf('规则.txt', `第一条　${sentences.join('')}特此规定。`);
  const texts = textsOf(document, fitsModel);
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts.slice(0, -1)) expect(text).toMatch(/；$/);
  expect(texts.join('')).toBe(document.text);
});

test('an English sentence is not cut at an abbreviation within quotes or at a decimal point', async () => {
  const sentence = 'The fee is 3.5 per cent of the price (see 4.2). ';
  const document = await documentOf('fee.txt', sentence.repeat(40).trim());
  for (const text of textsOf(document, upTo(120))) expect(text.endsWith('.')).toBe(true);
});

test('only where there is no boundary at all is a text cut at a fixed length', async () => {
  const document = await documentOf('words.txt', `${'word '.repeat(100)}${'x'.repeat(100)}`);
  const texts = textsOf(document, upTo(30));
  for (const text of texts) expect(text.length).toBeLessThanOrEqual(30);
  for (const text of texts.filter((one) => one.includes('word'))) expect(text).toMatch(/^word( word)*$/);
});

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('a single line of 100,000 characters without a space', () => {
  test.each([
    ['letters', 'x'],
    ['Han characters', '文'],
    ['characters of two units', '😀𠮷'],
    ['opening brackets', '（'],
    ['sentence ends', '。'],
  ])('of %s ends, and every piece can be read by the model', async (_name, unit) => {
    const document = await documentOf('line.txt', unit.repeat(100_000 / unit.length));
    const texts = textsOf(document, fitsModel);
    expect(texts.join('')).toBe(document.text);
    for (const text of texts) {
      expect(fitsModel([], text)).toBe(true);
      expect(text).not.toMatch(loneSurrogate);
    }
  });
});

test('every piece fits under long headings as well', async () => {
  const heading = 'A heading that goes on and on about what stands below it '.repeat(3).trim();
  const document = await documentOf(
    'deep.md',
    `# ${heading}\n\n## ${heading}\n\n### ${heading}\n\n${'The seller delivers the goods to the buyer. '.repeat(200)}`,
  );
  for (const one of chunk(document, fitsModel).chunks) {
    expect(fitsModel(one.heading, document.text.slice(one.start, one.end))).toBe(true);
  }
});

test('a chunk knows the page that it begins on', async () => {
  const paragraph = (text: string, start: number) => ({ kind: 'paragraph' as const, start, end: start + text.length });
  const document: ReadDocument = {
    format: 'pdf',
    title: null,
    text: 'First page.\n\nSecond page.\n\nStill second.',
    blocks: [paragraph('First page.', 0), paragraph('Second page.', 13), paragraph('Still second.', 27)],
    pages: [0, 13],
  };
  expect(chunk(document, upTo(13)).chunks.map((one) => one.page)).toEqual([1, 2, 2]);
});

/** The blocks of which something stands neither in a chunk nor in the path of one, nor is the title, which goes with each. */
function lost(document: ReadDocument, fits: Fits): string[] {
  const { chunks } = chunk(document, fits);
  const repeated = new Set([document.title, ...chunks.flatMap((one) => one.heading)]);
  const covered = new Uint8Array(document.text.length);
  for (const { start, end } of chunks) covered.fill(1, start, end);
  return document.blocks.flatMap(({ start, end }) => {
    const text = document.text.slice(start, end);
    if (repeated.has(text.replace(/\s+/gu, ' '))) return [];
    const isLost = text.split('').some((unit, index) => /\S/.test(unit) && covered[start + index] === 0);
    return isLost ? [text] : [];
  });
}

describe('nothing of a document is lost', () => {
  test.each([
    [
      'headings.md',
      '# A\n\n## B\n\n### C\n\n## D\n\ntext\n\n# E\n\n# F\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    ],
    ['规则.txt', '第一编\n\n第一章\n\n第一条　甲。\n\n一、说明\n\n第二章\n\n第二条　乙。\n\n1.1 Term\n\n第三编\n'],
    ['long.txt', `${'Sentence one. '.repeat(500)}\n\n${'x'.repeat(5000)}\n\n第一条　${'很长的条文，'.repeat(900)}`],
  ])('%s', async (fileName, text) => {
    const document = await documentOf(fileName, text);
    expect(lost(document, fitsModel)).toEqual([]);
    expect(lost(document, upTo(40))).toEqual([]);
  });

  test('the sample documents, in every format', async () => {
    const entries = await readdir(sampleFolder, { recursive: true, withFileTypes: true });
    const formats = new Set<string>();
    for (const entry of entries.filter((one) => one.isFile())) {
      const document = await documentOf(entry.name, await readFile(join(entry.parentPath, entry.name)));
      formats.add(document.format);
      expect(lost(document, fitsModel), entry.name).toEqual([]);
      for (const { start, end, heading } of chunk(document, fitsModel).chunks) {
        const text = document.text.slice(start, end);
        expect(text.trim(), entry.name).toBe(text);
        expect(text).not.toBe('');
        expect(fitsModel(heading, text), `${entry.name}: ${text}`).toBe(true);
      }
    }
    expect([...formats].sort()).toEqual(['docx', 'html', 'markdown', 'pdf', 'text']);
  });
});

test('what was deleted, inserted or remarked never stands in a chunk with the text itself', () => {
  const texts = ['The ceiling is 8%.', 'The ceiling is 5%.', 'Client agreed by telephone.', 'Notices go by e-mail.'];
  const kinds = ['paragraph', 'deletion', 'comment', 'paragraph'] as const;
  const text = texts.join('\n\n');
  const blocks = texts.map((part, index) => {
    const start = text.indexOf(part);
    return { kind: kinds[index] ?? 'paragraph', start, end: start + part.length };
  });
  const { chunks } = chunk({ format: 'docx', title: null, text, blocks, pages: [] }, () => true);
  expect(chunks.map(({ start, end, layer }) => [layer, text.slice(start, end)])).toEqual([
    ['text', texts[0]],
    ['deletion', texts[1]],
    ['comment', texts[2]],
    ['text', texts[3]],
  ]);
});
