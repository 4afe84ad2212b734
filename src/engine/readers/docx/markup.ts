import type { Numbering } from './numbering';
import { outlineLevel, type ParagraphStyle, type ParagraphStyles, PLAIN } from './styles';
import { childOf, elementsOf, numberOf, settingOf, textOf, type XmlElement, type XmlNode } from './xml';

/**
 * Anchors of links that carry through mammoth what it would drop: it ignores deletions and does not tell insertions from other
 * text, but it hands on every link with its anchor.
 */
export const CARRIED = {
  deletion: 'quaere:deletion',
  insertion: 'quaere:insertion',
  margin: 'quaere:header-footer',
} as const;

/** Paragraph style identifiers that carry the structure, which mammoth has only by the names of styles. */
export const STRUCTURE = { heading: 'quaere-heading-', listItem: 'quaere-list-item' } as const;

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Properties, instructions and pronunciation marks: nothing of them is text of the document. */
const DROPPED = new Set([
  'w:rPr',
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:trPr',
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:fldChar',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'w:rubyPr',
]);

/** Elements that mammoth reads as they are; their attributes in Word's namespace go with them. */
const KEPT = new Set([
  'w:document',
  'w:body',
  'w:footnotes',
  'w:footnote',
  'w:endnotes',
  'w:endnote',
  'w:comments',
  'w:comment',
  'w:r',
  'w:tab',
  'w:br',
  'w:noBreakHyphen',
  'w:sym',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:commentReference',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:gridSpan',
  'w:vMerge',
  'w:tcPr',
]);

/** Writes parts of a Word document in the markup that mammoth reads, with all that the reader wants to see. */
export class Markup {
  readonly #styles: ParagraphStyles;
  readonly #numbering: Numbering;
  #written: string[] = [];

  constructor(styles: ParagraphStyles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  /** @param margins parts of headers and footers; they are put at the end of the body */
  write(root: XmlElement, margins: readonly XmlElement[] = []): string {
    this.#written = ['<?xml version="1.0" encoding="UTF-8"?>'];
    for (const element of elementsOf(root)) this.#part(element, margins);
    return this.#written.join('');
  }

  #part(element: XmlElement, margins: readonly XmlElement[]): void {
    this.#written.push(`<${element.name} xmlns:w="${NAMESPACE}">`);
    for (const child of element.children) {
      if (typeof child === 'string' || child.name !== 'w:body') {
        this.#node(child);
        continue;
      }
      this.#written.push('<w:body>');
      this.#children(child);
      for (const margin of margins) this.#carry(CARRIED.margin, margin);
      this.#written.push('</w:body>');
    }
    this.#written.push(`</${element.name}>`);
  }

  #node(node: XmlNode): void {
    if (typeof node === 'string' || DROPPED.has(node.name)) return;
    switch (node.name) {
      case 'w:p':
        this.#paragraph(node);
        break;
      case 'w:t':
      case 'w:delText':
        this.#text(textOf(node));
        break;
      case 'm:t':
        this.#written.push('<w:r>');
        this.#text(textOf(node));
        this.#written.push('</w:r>');
        break;
      case 'w:cr':
        this.#written.push('<w:br/>');
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#carry(CARRIED.deletion, node);
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#carry(CARRIED.insertion, node);
        break;
      case 'w:txbxContent':
        // mammoth puts what a picture holds behind the paragraph, which is where a text box belongs.
        this.#written.push('<w:pict><w:txbxContent>');
        this.#children(node);
        this.#written.push('</w:txbxContent></w:pict>');
        break;
      case 'mc:AlternateContent':
        this.#alternative(node);
        break;
      default:
        if (KEPT.has(node.name)) this.#kept(node);
        else this.#children(node);
    }
  }

  #children(element: XmlElement): void {
    for (const child of element.children) this.#node(child);
  }

  #kept(element: XmlElement): void {
    this.#written.push(`<${element.name}`);
    for (const [name, value] of element.attributes) {
      if (name.startsWith('w:')) this.#written.push(` ${name}="${escaped(value)}"`);
    }
    this.#written.push('>');
    this.#children(element);
    this.#written.push(`</${element.name}>`);
  }

  #carry(anchor: string, element: XmlElement): void {
    this.#written.push(`<w:hyperlink w:anchor="${anchor}">`);
    this.#children(element);
    this.#written.push('</w:hyperlink>');
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const style = this.#styles.get(settingOf(properties, 'w:pStyle') ?? '') ?? PLAIN;
    const numbering = numberingOf(properties, style);
    const level = outlineLevel(properties) ?? (isBodyText(properties) ? null : style.level);
    this.#written.push('<w:p>');
    const structure =
      level !== null ? STRUCTURE.heading + level : numbering !== null || style.isListItem ? STRUCTURE.listItem : null;
    if (structure !== null) this.#written.push(`<w:pPr><w:pStyle w:val="${structure}"/></w:pPr>`);
    const label = numbering !== null && staysAsText(element) ? this.#numbering.next(numbering.id, numbering.level) : '';
    if (label !== '') {
      this.#written.push('<w:r>');
      this.#text(`${label} `);
      this.#written.push('</w:r>');
    }
    for (const child of element.children) {
      if (typeof child === 'string' || child.name !== 'w:pPr') this.#node(child);
    }
    this.#written.push('</w:p>');
  }

  /** The first alternative with text: newer Word writes a text box twice, for itself and for its elders. */
  #alternative(element: XmlElement): void {
    for (const choice of elementsOf(element)) {
      if (showsText(choice)) {
        this.#children(choice);
        return;
      }
    }
  }

  #text(text: string): void {
    this.#written.push(`<w:t xml:space="preserve">${escaped(text)}</w:t>`);
  }
}

function numberingOf(properties: XmlElement | null, style: ParagraphStyle): ParagraphStyle['numbering'] {
  const own = childOf(properties, 'w:numPr');
  const id = settingOf(own, 'w:numId') ?? style.numbering?.id ?? null;
  // The identifier 0 takes the numbering of the style away.
  if (id === null || id === '0') return null;
  return { id, level: numberOf(own, 'w:ilvl') ?? style.numbering?.level ?? 0 };
}

/** Outline level 9 makes a paragraph of a heading style body text. */
function isBodyText(properties: XmlElement | null): boolean {
  return numberOf(properties, 'w:outlineLvl') === 9;
}

function showsText(element: XmlElement): boolean {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:t' || child.name === 'w:delText' || child.name === 'w:sym' || child.name === 'm:t')
      return true;
    if (!DROPPED.has(child.name) && showsText(child)) return true;
  }
  return false;
}

/** Whether anything is left of a paragraph when its deletions are accepted: only then does it count in its list. */
function staysAsText(element: XmlElement): boolean {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:t' || child.name === 'w:sym' || child.name === 'm:t') return true;
    const gone = DROPPED.has(child.name) || child.name === 'w:del' || child.name === 'w:moveFrom';
    if (!gone && staysAsText(child)) return true;
  }
  return false;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
