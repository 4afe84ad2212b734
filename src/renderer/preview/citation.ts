import type { DocumentSummary, Passage } from '../../contract/search';
import type { Language } from '../../wording/language';
import { layerText } from '../../wording/layers';
import { wording } from '../../wording/wording';

type Cited = Pick<Passage, 'heading' | 'page' | 'layer' | 'text'>;

/** The headings above a passage, without the one that only says the document's title again. */
export function headingsIn(
  document: Pick<DocumentSummary, 'title'>,
  passage: Pick<Passage, 'heading'>,
): readonly string[] {
  return passage.heading.filter((heading, level) => level > 0 || heading.trim() !== document.title.trim());
}

/** Where a passage stands: title, headings, page; and that it is a tracked deletion, a comment or the like. */
export function placeText(
  document: Pick<DocumentSummary, 'title'>,
  passage: Pick<Cited, 'heading' | 'page' | 'layer'>,
  language: Language,
): string {
  const { citation, common } = wording(language);
  const headings = headingsIn(document, passage);
  const parts = [citation.title(document.title)];
  if (headings.length > 0) parts.push(headings.join(common.under));
  if (passage.page !== null) parts.push(citation.page(passage.page));
  const layer = layerText(passage.layer, language);
  if (layer !== null) parts.push(layer);
  return parts.join(citation.separator);
}

/** The quotation with its source, ready to be pasted into a brief. */
export function citationText(
  document: Pick<DocumentSummary, 'title' | 'files'>,
  passage: Cited,
  language: Language,
): string {
  const { citation } = wording(language);
  const path = document.files[0]?.path ?? document.title;
  return `${citation.quote(onOneLine(passage.text))}\n${citation.line(placeText(document, passage, language), path)}`;
}

/** Line breaks become a space, and nothing at all between Chinese characters, which know no spaces. */
function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/(?<=[\p{Script=Han}\p{P}])\s*\n\s*(?=[\p{Script=Han}])/gu, '')
    .replace(/\s*\n\s*/g, ' ');
}
