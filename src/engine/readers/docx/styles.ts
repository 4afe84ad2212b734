import { childOf, descendantsOf, numberOf, settingOf, type XmlElement } from './xml';

/** What a paragraph style says about the structure of the document. */
export interface ParagraphStyle {
  /** 1 to 9 for headings. */
  readonly level: number | null;
  /** Numbering instance and level, where the style numbers its paragraphs. */
  readonly numbering: { readonly id: string; readonly level: number } | null;
  readonly isListItem: boolean;
}

export type ParagraphStyles = ReadonlyMap<string, ParagraphStyle>;

export const PLAIN: ParagraphStyle = { level: null, numbering: null, isListItem: false };

/** Names that Word gives its headings, in its languages that matter here. */
const HEADING = /^(?:heading|标题|標題|überschrift|titre|título|заголовок|見出し)\s*([1-9])$/i;
const TITLE = /^(?:title|标题|標題|titel)$/i;
const LIST = /^(?:list (?:bullet|number|paragraph).*|列表.*|列出段落.*)$/i;

export function readStyles(root: XmlElement | null): ParagraphStyles {
  const elements = new Map<string, XmlElement>();
  if (root !== null) {
    for (const style of descendantsOf(root, 'w:style')) {
      const id = style.attributes.get('w:styleId');
      if (id !== undefined) elements.set(id, style);
    }
  }
  const styles = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const known = styles.get(id);
    if (known !== undefined) return known;
    const element = elements.get(id);
    // A chain that is longer runs in a circle.
    if (element === undefined || depth > 20) return PLAIN;
    const base = settingOf(element, 'w:basedOn');
    const style = structureOf(element, base === null ? PLAIN : resolve(base, depth + 1));
    styles.set(id, style);
    return style;
  };
  for (const id of elements.keys()) resolve(id, 0);
  return styles;
}

function structureOf(element: XmlElement, base: ParagraphStyle): ParagraphStyle {
  const name = settingOf(element, 'w:name')?.trim() ?? '';
  const properties = childOf(element, 'w:pPr');
  const byName = TITLE.test(name) ? 1 : Number(HEADING.exec(name)?.[1] ?? 0);
  const numbering = childOf(properties, 'w:numPr');
  const id = settingOf(numbering, 'w:numId') ?? base.numbering?.id ?? null;
  return {
    level: byName > 0 ? byName : (outlineLevel(properties) ?? base.level),
    numbering: id === null ? null : { id, level: numberOf(numbering, 'w:ilvl') ?? base.numbering?.level ?? 0 },
    isListItem: LIST.test(name) || base.isListItem,
  };
}

/** The outline level of paragraph properties as a heading's level; null for body text. */
export function outlineLevel(properties: XmlElement | null): number | null {
  const level = numberOf(properties, 'w:outlineLvl');
  return level !== null && level >= 0 && level <= 8 ? level + 1 : null;
}
