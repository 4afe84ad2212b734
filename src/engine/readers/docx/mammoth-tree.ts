import { zipSync } from 'fflate';
import mammoth from 'mammoth';

/** The parts of mammoth's document model that are read here; see `lib/documents.js` of mammoth. */
export interface MammothNode {
  readonly type: string;
  readonly children?: readonly MammothNode[];
  /** Of text. */
  readonly value?: string;
  /** Of a link. */
  readonly anchor?: string;
  readonly styleId?: string | null;
  readonly checked?: boolean;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly commentId?: string;
  /** Of notes and comments. */
  readonly body?: readonly MammothNode[];
}

export interface MammothDocument extends MammothNode {
  readonly children: readonly MammothNode[];
  readonly comments: readonly MammothNode[];
  readonly notes: { resolve(reference: MammothNode): MammothNode | null };
}

/** The XML of the parts; null where the document has none. */
export interface Parts {
  readonly document: string;
  readonly footnotes: string | null;
  readonly endnotes: string | null;
  readonly comments: string | null;
}

/** Lets mammoth read the parts as a Word document, and takes its model before it becomes HTML. */
export async function readWithMammoth(parts: Parts): Promise<MammothDocument> {
  let tree: unknown = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(pack(parts)) },
    {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: unknown) => {
        tree = document;
        return { type: 'document', children: [], notes: {}, comments: [] };
      },
    },
  );
  if (!isDocument(tree)) throw new Error('mammoth gave no document');
  return tree;
}

function isDocument(tree: unknown): tree is MammothDocument {
  return typeof tree === 'object' && tree !== null && 'type' in tree && tree.type === 'document' && 'children' in tree;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function pack(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': utf8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': utf8(relationships([['officeDocument', 'word/document.xml']])),
    'word/document.xml': utf8(parts.document),
  };
  const related: [string, string][] = [];
  for (const name of ['footnotes', 'endnotes', 'comments'] as const) {
    const xml = parts[name];
    if (xml === null) continue;
    files[`word/${name}.xml`] = utf8(xml);
    related.push([name, `${name}.xml`]);
  }
  files['word/_rels/document.xml.rels'] = utf8(relationships(related));
  return zipSync(files, { level: 0 });
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], i) => `<Relationship Id="r${i}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
