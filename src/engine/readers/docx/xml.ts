import { SaxesParser } from 'saxes';

/** An element of WordprocessingML under a prefix of ours, whatever prefix and edition of the namespace the file uses. */
export interface XmlElement {
  /** `w:`, `m:` (mathematics), `mc:` (alternatives), `r:` (relationships) or `:` (any other) and the local name. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
]);

/** @throws {Error} where the XML is not well-formed */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: Building = { name: ':root', attributes: new Map(), children: [] };
  const open: Building[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      const prefix = PREFIXES.get(attribute.uri) ?? '';
      if (attribute.prefix !== 'xmlns') attributes.set(prefix + attribute.local, attribute.value);
    }
    const element = { name: (PREFIXES.get(tag.uri) ?? ':') + tag.local, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(decodeXml(bytes)).close();
  return root;
}

interface Building extends XmlElement {
  readonly children: XmlNode[];
}

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) if (typeof child !== 'string') yield child;
}

/** The first child with the name. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  if (element !== null) {
    for (const child of elementsOf(element)) if (child.name === name) return child;
  }
  return null;
}

/** `w:val` of the first child with the name. */
export function settingOf(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.attributes.get('w:val') ?? null;
}

export function numberOf(element: XmlElement | null, name: string): number | null {
  const value = Number.parseInt(settingOf(element, name) ?? '', 10);
  return Number.isNaN(value) ? null : value;
}

/** All elements below with the name, in the order of the document. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

export function textOf(element: XmlElement | null): string {
  if (element === null) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
