import { parseNumeral } from './numerals';

/** A numbered place in a law or contract, or a case number, as one word of the index. */
export interface Citation {
  /** The same for every spelling: 第一千零二十四条, 第1024条, Article 1024 and art. 1024 are all `条1024`. */
  readonly word: string;
  /** UTF-16 offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

const numeral = '[零〇一二三四五六七八九十百千万两]{1,12}|\\d{1,6}';
const chinese = `第\\s?(?<number>${numeral})\\s?(?<unit>条|款|项|章|节|编)(?:之(?<sub>[一二三四五六七八九十]{1,3}|\\d{1,2}))?`;
const english =
  '\\b(?<name>article|art|section|sec|clause|chapter)s?\\b\\.?\\s{0,2}(?<place>\\d{1,5}(?:\\.\\d{1,3}){0,4})';
// (2021)最高法民终518号: the year in brackets, the court and kind, the number; full-width forms are folded before.
const caseNumber =
  '[(〔\\[](?<year>(?:19|20)\\d{2})[)〕\\]]\\s?(?<court>[\\p{Script=Han}\\d]{1,14}?)\\s?(?<serial>\\d{1,6})(?:-\\d{1,3})?\\s?号';
const pattern = new RegExp(`${caseNumber}|${chinese}|${english}`, 'gu');

const englishUnit: Readonly<Record<string, string>> = {
  article: '条',
  art: '条',
  section: 'section',
  sec: 'section',
  clause: 'clause',
  chapter: '章',
};

/** Citations in a folded text, in order. */
export function findCitations(folded: string): Citation[] {
  const found: Citation[] = [];
  for (const match of folded.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const word = wordOf(groups);
    if (word !== null) found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function wordOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  const { year, court, serial, number, unit, sub, name, place } = groups;
  if (year !== undefined && court !== undefined && serial !== undefined) return `案${year}${court}${Number(serial)}`;
  if (number !== undefined && unit !== undefined) {
    const value = parseNumeral(number);
    if (value === null) return null;
    const below = sub === undefined ? null : parseNumeral(sub);
    return below === null ? `${unit}${value}` : `${unit}${value}之${below}`;
  }
  if (name !== undefined && place !== undefined) return `${englishUnit[name] ?? name}${place}`;
  return null;
}
