import { Composition } from './composition';
import { type Annotations, annotationsOf } from './pdf/annotations';
import { openPdf, type PdfDocument } from './pdf/library';
import { type Line, linesOf } from './pdf/lines';
import { findMargins } from './pdf/margins';
import { inReadingOrder } from './pdf/order';
import { type Paragraph, paragraphsOf } from './pdf/paragraphs';
import type { ReadOutcome } from './reader';
import { sensibleTitle } from './title';

/** A block is a heading when its type is this much larger than that of most of the text. */
const HEADING_SIZE = 1.18;
const LONGEST_HEADING = 160;

export async function readPdf(bytes: Uint8Array): Promise<ReadOutcome> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  try {
    return await readPages(opened.document);
  } finally {
    await opened.close();
  }
}

interface Page extends Annotations {
  readonly lines: readonly Line[];
}

async function readPages(document: PdfDocument): Promise<ReadOutcome> {
  const pages: Page[] = [];
  let unreadable: { page: number; detail: string } | null = null;
  for (let page = 1; page <= document.numPages; page++) {
    try {
      pages.push(await readPage(document, page));
    } catch (error) {
      // One broken page costs itself alone.
      pages.push({ lines: [], values: [], remarks: [] });
      unreadable ??= { page, detail: error instanceof Error ? error.message : String(error) };
    }
  }
  const composition = compose(pages);
  const { text, blocks, pages: starts } = composition.finish();
  if (blocks.length === 0) {
    if (unreadable !== null)
      return { ok: false, reason: 'corrupt', detail: `page ${unreadable.page}: ${unreadable.detail}` };
    return { ok: false, reason: 'no-text', detail: `${document.numPages} pages without text` };
  }
  return { ok: true, document: { format: 'pdf', title: await titleOf(document), text, blocks, pages: starts } };
}

async function readPage(document: PdfDocument, number: number): Promise<Page> {
  const page = await document.getPage(number);
  try {
    const { items } = await page.getTextContent();
    const lines = inReadingOrder(linesOf(items.filter((item) => 'str' in item)));
    return { lines, ...(await annotationsOf(page)) };
  } finally {
    page.cleanup();
  }
}

function compose(pages: readonly Page[]): Composition {
  const composition = new Composition();
  const margins = findMargins(pages.map(({ lines }) => lines));
  const levels = headingLevels(pages);
  for (const { lines, values, remarks } of pages) {
    composition.startPage();
    const body = lines.filter((line) => !margins.has(line));
    const around = lines.filter((line) => margins.has(line));
    const top = around.filter((line) => body.every((other) => other.baseline <= line.baseline));
    for (const line of top) composition.add('header-footer', line.text);
    for (const paragraph of paragraphsOf(body)) {
      const level = isHeading(paragraph) ? levels.get(rounded(paragraph.size)) : undefined;
      composition.add(level === undefined ? 'paragraph' : 'heading', paragraph.text, level);
    }
    for (const value of values) composition.add('paragraph', value);
    for (const remark of remarks) composition.add('comment', remark);
    for (const line of around) if (!top.includes(line)) composition.add('header-footer', line.text);
  }
  return composition;
}

function isHeading({ text, lines }: Paragraph): boolean {
  return lines <= 3 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text) && !/[.;,。；，]$/u.test(text);
}

/** Levels 1 to 6 for the type sizes above that of most of the text, the largest first. */
function headingLevels(pages: readonly Page[]): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  for (const { text, size } of pages.flatMap(({ lines }) => lines))
    characters.set(rounded(size), (characters.get(rounded(size)) ?? 0) + text.length);
  const body = [...characters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
  const larger = [...characters.keys()].filter((size) => size >= body * HEADING_SIZE).sort((a, b) => b - a);
  return new Map(larger.map((size, i) => [size, Math.min(i + 1, 6)]));
}

/** Type sizes to half a point. */
function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

async function titleOf(document: PdfDocument): Promise<string | null> {
  try {
    const { info } = await document.getMetadata();
    return 'Title' in info ? sensibleTitle(info.Title) : null;
  } catch {
    return null;
  }
}
