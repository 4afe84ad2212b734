import type { Layer } from '../../contract/search';
import { fold } from '../language/fold';
import type { Block, BlockKind, ReadDocument } from '../readers/reader';
import type { Heading } from '../store/rows';

/** A stretch of the document that belongs together: an article with its paragraphs, or one paragraph, item or row. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Headings above it, outermost first. */
  readonly heading: readonly string[];
  /** An article or clause of a law: never joined with its neighbours. */
  readonly article: boolean;
  /** What was deleted, inserted or remarked never passes for the text itself. */
  readonly layer: Layer;
}

export interface Outline {
  readonly units: readonly Unit[];
  readonly headings: readonly Heading[];
}

const numeral = '[零〇一二三四五六七八九十百千万两\\d]{1,12}';
const articleStart = new RegExp(
  `^第\\s?${numeral}\\s?条(?:之[一二三四五六七八九十\\d]{1,3})?(?:$|[\\s　:：【（(、，,]|[^的规之第至到])`,
  'u',
);
const chineseDivision = new RegExp(
  `^第\\s?${numeral}\\s?(?<unit>编|分编|章|节)(?:$|[\\s　:：].*|[^的，。；]{0,30}$)`,
  'u',
);
const chineseListTitle = /^[一二三四五六七八九十]{1,3}、[^。；！？]{1,30}$/u;
const englishDivision =
  /^(?:article|section|chapter|part|schedule|exhibit|annex|appendix)\s+(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])\b[^;]{0,90}$/iu;
const numberedTitle = /^(?<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}[^;]{0,70}$/u;
const divisionLevels: Readonly<Record<string, number>> = { 编: 1, 分编: 2, 章: 3, 节: 4 };
const articleLevel = 5;
const sentenceEnd = /[。；！？.;!?:：，,]$/u;
const longestTitle = 40;
const longestHeading = 200;

/** Finds headings, by the format's own marks and by legal numbering, and what stands under each. */
export function outline(document: ReadDocument): Outline {
  const headings: Heading[] = [];
  const units: Unit[] = [];
  const path: {
    readonly text: string;
    readonly level: number;
    readonly start: number;
    readonly end: number;
    used: boolean;
  }[] = [];
  let deepestOfFormat = 0;
  let article: { start: number; end: number; heading: readonly string[] } | null = null;

  const closeArticle = () => {
    if (article !== null) units.push({ ...article, article: true, layer: 'text' });
    article = null;
  };
  /** A heading with nothing under it is text of its own, so that nothing is lost; the title is searched with each chunk. */
  const leave = (level: number) => {
    for (let last = path.at(-1); last !== undefined && last.level >= level; last = path.at(-1)) {
      path.pop();
      if (last.used || last.text === document.title) continue;
      units.push({
        start: last.start,
        end: last.end,
        heading: path.map((above) => above.text),
        article: false,
        layer: 'text',
      });
      for (const above of path) above.used = true;
    }
  };
  const use = (): readonly string[] => {
    for (const above of path) above.used = true;
    return path.map((above) => above.text);
  };

  for (const block of document.blocks) {
    const text = document.text.slice(block.start, block.end);
    const level = levelOf(block, text, deepestOfFormat);
    if (level !== null) {
      if (block.kind === 'heading') deepestOfFormat = Math.max(deepestOfFormat, level);
      closeArticle();
      leave(level);
      path.push({ text: text.replace(/\s+/gu, ' '), level, start: block.start, end: block.end, used: false });
      headings.push({ start: block.start, end: block.end, level });
    } else if (block.kind === 'paragraph' && articleStart.test(fold(text.slice(0, longestTitle)))) {
      closeArticle();
      article = { start: block.start, end: block.end, heading: use() };
    } else if (article !== null && (block.kind === 'paragraph' || block.kind === 'list-item')) {
      article.end = block.end;
    } else {
      closeArticle();
      units.push({ start: block.start, end: block.end, heading: use(), article: false, layer: layerOf(block.kind) });
    }
  }
  closeArticle();
  leave(0);
  if (units.length === 0)
    for (const { start, end } of headings) units.push({ start, end, heading: [], article: false, layer: 'text' });
  units.sort((a, b) => a.start - b.start);
  return { units, headings };
}

function layerOf(kind: BlockKind): Layer {
  const isText = kind === 'heading' || kind === 'paragraph' || kind === 'list-item' || kind === 'table-row';
  return isText ? 'text' : kind;
}

/** The level of a block that is a heading; null for one that is text. */
function levelOf(block: Block, text: string, deepestOfFormat: number): number | null {
  // Whole paragraphs set in a heading's style are text: as headings they would be repeated before each chunk below them.
  if (text.length > longestHeading) return null;
  if (block.kind === 'heading') return block.level ?? 1;
  if (block.kind !== 'paragraph' || text.length > 120 || text.includes('\n')) return null;
  const folded = fold(text);
  const division = chineseDivision.exec(folded)?.groups?.unit;
  if (division !== undefined) return deepestOfFormat + (divisionLevels[division] ?? 4);
  if (articleStart.test(folded) && text.length <= longestTitle && !sentenceEnd.test(text))
    return deepestOfFormat + articleLevel;
  if (chineseListTitle.test(folded)) return deepestOfFormat + articleLevel;
  if (sentenceEnd.test(text.replace(/\.$/u, '')) || /[a-z]{2,}\.$/u.test(text)) return null;
  if (englishDivision.test(text)) return deepestOfFormat + articleLevel;
  const numbered = numberedTitle.exec(text)?.groups?.number;
  return numbered === undefined ? null : deepestOfFormat + articleLevel + numbered.split('.').length - 1;
}
