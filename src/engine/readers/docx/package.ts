import { unzip } from '../zip';
import { childOf, descendantsOf, parseXml, textOf, type XmlElement } from './xml';

/** The parts of a Word document that hold text or say how to read it; null where it has none. */
export interface WordPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly comments: XmlElement | null;
  /** Headers and footers. */
  readonly margins: readonly XmlElement[];
  readonly title: string | null;
}

/** @throws {Error} where the archive or its XML is broken; {@link ZipTooLarge} where it would unpack to too much */
export function openPackage(bytes: Uint8Array): WordPackage {
  const entries = unzip(
    bytes,
    (name) => /\.(?:xml|rels)$/i.test(name) && !/^(?:customXml|word\/(?:theme|glossary|fonts|webSettings))/.test(name),
  );
  const read = (path: string): XmlElement | null => {
    const content =
      entries.get(path) ??
      entries.get([...entries.keys()].find((name) => name.toLowerCase() === path.toLowerCase()) ?? '');
    return content === undefined || content.length === 0 ? null : parseXml(content);
  };
  const main = targetsOf(read('_rels/.rels'), '', 'officeDocument')[0] ?? 'word/document.xml';
  const document = read(main);
  if (document === null) throw new Error(`no ${main} in the archive`);
  if (childOf(document, 'w:document') === null) throw new Error(`${main} is not a Word document`);

  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationships = read(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const related = (type: string) => targetsOf(relationships, folder, type);
  /** What cannot be read beside the body costs itself alone. */
  const optional = (path: string | undefined): XmlElement | null => {
    try {
      return path === undefined ? null : read(path);
    } catch {
      return null;
    }
  };
  const core = optional('docProps/core.xml');
  return {
    document,
    styles: optional(related('styles')[0]),
    numbering: optional(related('numbering')[0]),
    footnotes: optional(related('footnotes')[0]),
    endnotes: optional(related('endnotes')[0]),
    comments: optional(related('comments')[0]),
    margins: [...related('header'), ...related('footer')].map(optional).filter((part) => part !== null),
    title: core === null ? null : textOf(childOf(childOf(core, ':coreProperties'), ':title')),
  };
}

function targetsOf(relationships: XmlElement | null, folder: string, type: string): string[] {
  if (relationships === null) return [];
  const found: string[] = [];
  for (const relationship of descendantsOf(relationships, ':Relationship')) {
    const target = relationship.attributes.get('Target');
    if (relationship.attributes.get('TargetMode') === 'External' || target === undefined) continue;
    if (relationship.attributes.get('Type')?.endsWith(`/${type}`) === true) found.push(resolved(folder, target));
  }
  return found;
}

/** A path within the package: absolute from its root, otherwise from the folder of the part that names it. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
