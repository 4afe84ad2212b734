import { withoutInvisible } from '../characters';
import type { Composition } from '../composition';
import type { BlockKind } from '../reader';
import type { MammothDocument, MammothNode } from './mammoth-tree';
import { CARRIED, STRUCTURE } from './markup';

/** A paragraph's text by what becomes of it. */
interface Gathered {
  /** As the document reads with all changes accepted. */
  text: string;
  /** How much of `text` is a tracked insertion, white space aside. */
  inserted: number;
  deleted: string;
  readonly references: MammothNode[];
}

/** Walks mammoth's model of a document and adds its blocks: notes and comments behind the paragraph that they belong to. */
export class DocxBlocks {
  readonly #composition: Composition;
  readonly #document: MammothDocument;
  readonly #seenMargins = new Set<string>();
  readonly #seenReferences = new Set<string>();

  constructor(composition: Composition, document: MammothDocument) {
    this.#composition = composition;
    this.#document = document;
  }

  read(): void {
    for (const child of this.#document.children) this.#block(child, null);
    for (const comment of this.#document.comments) this.#reference({ type: 'commentReference', ...idOf(comment) });
  }

  /** @param forced the kind of every block below; null to take each as it is */
  #block(node: MammothNode, forced: BlockKind | null): void {
    switch (node.type) {
      case 'paragraph':
        this.#paragraph(node, forced);
        break;
      case 'tableRow':
        this.#row(node, forced);
        break;
      case 'hyperlink':
        this.#blocks(node, kindCarried(node.anchor) ?? forced);
        break;
      default:
        this.#blocks(node, forced);
    }
  }

  #blocks(node: MammothNode, forced: BlockKind | null): void {
    for (const child of node.children ?? []) this.#block(child, forced);
  }

  #paragraph(node: MammothNode, forced: BlockKind | null): void {
    const gathered = gather(node);
    const kind = forced ?? kindOf(node, gathered);
    this.#add(kind, gathered, levelOf(node));
    // Paragraphs in a text box that mammoth left inside of the paragraph.
    for (const child of node.children ?? []) this.#nested(child, forced);
  }

  #row(node: MammothNode, forced: BlockKind | null): void {
    const cells = (node.children ?? []).map((cell) => gatherCell(cell));
    const shown = cells.filter((cell) => cell.text.trim() !== '');
    const references = cells.flatMap((cell) => cell.references);
    const inserted = cells.reduce((sum, cell) => sum + cell.inserted, 0);
    const only = shown[0];
    // One cell alone is a frame around text: its paragraphs are paragraphs.
    if (shown.length === 1 && only !== undefined) {
      this.#blocks(node, forced);
      return;
    }
    const text = shown.length === 0 ? '' : cells.map((cell) => cell.text.trim()).join(' | ');
    const deleted = cells
      .map((cell) => cell.deleted.trim())
      .filter((cell) => cell !== '')
      .join(' | ');
    const all = { text, deleted, inserted, references };
    this.#add(forced ?? (isInserted(all) ? 'insertion' : 'table-row'), all);
  }

  #nested(node: MammothNode, forced: BlockKind | null): void {
    if (node.type === 'paragraph' || node.type === 'table') this.#block(node, forced);
    else for (const child of node.children ?? []) this.#nested(child, forced);
  }

  #add(kind: BlockKind, { text, deleted, references }: Gathered, level?: number): void {
    if (kind === 'header-footer') {
      // First, even and odd pages usually say the same.
      const key = text.trim();
      if (this.#seenMargins.has(key)) return;
      this.#seenMargins.add(key);
    }
    this.#composition.add(kind, readable(text), level);
    this.#composition.add(kind === 'header-footer' ? kind : 'deletion', readable(deleted));
    for (const reference of references) this.#reference(reference);
  }

  #reference(reference: MammothNode): void {
    const isComment = reference.type === 'commentReference';
    const key = isComment ? `comment ${reference.commentId}` : `${reference.noteType} ${reference.noteId}`;
    if (this.#seenReferences.has(key)) return;
    this.#seenReferences.add(key);
    const target = isComment
      ? this.#document.comments.find((comment) => comment.commentId === reference.commentId)
      : this.#document.notes.resolve(reference);
    for (const node of target?.body ?? []) this.#block(node, isComment ? 'comment' : 'footnote');
  }
}

function idOf(comment: MammothNode): { commentId: string } {
  return { commentId: comment.commentId ?? '' };
}

function kindCarried(anchor: string | undefined): BlockKind | null {
  switch (anchor) {
    case CARRIED.deletion:
      return 'deletion';
    case CARRIED.insertion:
      return 'insertion';
    case CARRIED.margin:
      return 'header-footer';
    default:
      return null;
  }
}

function kindOf(node: MammothNode, gathered: Gathered): BlockKind {
  if (isInserted(gathered)) return 'insertion';
  if (levelOf(node) !== undefined) return 'heading';
  return node.styleId === STRUCTURE.listItem ? 'list-item' : 'paragraph';
}

function levelOf(node: MammothNode): number | undefined {
  const style = node.styleId ?? '';
  return style.startsWith(STRUCTURE.heading) ? Number(style.slice(STRUCTURE.heading.length)) : undefined;
}

function isInserted({ text, inserted }: Gathered): boolean {
  return inserted > 0 && inserted >= shownLength(text);
}

function shownLength(text: string): number {
  return text.replace(/\s/g, '').length;
}

function gather(paragraph: MammothNode): Gathered {
  const gathered: Gathered = { text: '', inserted: 0, deleted: '', references: [] };
  for (const child of paragraph.children ?? []) gatherInto(gathered, child, null);
  return gathered;
}

function gatherInto(gathered: Gathered, node: MammothNode, change: BlockKind | null): void {
  const write = (text: string) => {
    if (change === 'deletion') gathered.deleted += text;
    else gathered.text += text;
    if (change === 'insertion') gathered.inserted += shownLength(text);
  };
  switch (node.type) {
    case 'text':
      write(node.value ?? '');
      break;
    case 'tab':
      write('\t');
      break;
    case 'break':
      write('\n');
      break;
    case 'checkbox':
      write(node.checked === true ? '☑' : '☐');
      break;
    case 'noteReference':
    case 'commentReference':
      gathered.references.push(node);
      break;
    case 'paragraph':
    case 'table':
      break;
    default: {
      const own = kindCarried(node.anchor) ?? change;
      for (const child of node.children ?? []) gatherInto(gathered, child, own);
    }
  }
}

/** All paragraphs of a cell on one line. */
function gatherCell(cell: MammothNode): Gathered {
  const all: Gathered = { text: '', inserted: 0, deleted: '', references: [] };
  const pending = [...(cell.children ?? [])].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'paragraph') {
      const gathered = gather(node);
      all.text = joined(all.text, gathered.text);
      all.deleted = joined(all.deleted, gathered.deleted);
      all.inserted += gathered.inserted;
      all.references.push(...gathered.references);
    }
    pending.push(...[...(node.children ?? [])].reverse());
  }
  return all;
}

function joined(before: string, text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? before : before === '' ? line : `${before} ${line}`;
}

function readable(text: string): string {
  return withoutInvisible(text)
    .replace(/[^\S\n\u3000]+/g, ' ')
    .replace(/ *\n\s*/g, '\n');
}
