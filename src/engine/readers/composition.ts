import type { Block, BlockKind } from './reader';

/** Builds the text of a document out of blocks, for the formats whose text is not the file itself. */
export class Composition {
  #parts: string[] = [];
  #length = 0;
  #blocks: Block[] = [];
  #pages: number[] = [];
  #last: BlockKind | null = null;

  /** Appends a block; text of white space alone adds nothing. */
  add(kind: BlockKind, text: string, level?: number): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (this.#length > 0) this.#append(this.#isNextRow(kind) ? '\n' : '\n\n');
    const start = this.#length;
    this.#append(trimmed);
    const span = { kind, start, end: this.#length };
    this.#blocks.push(kind === 'heading' && level !== undefined ? { ...span, level } : span);
    this.#last = kind;
  }

  /** A page begins with the block that is added next; a page without blocks begins where the next one does. */
  startPage(): void {
    this.#pages.push(this.#blocks.length);
  }

  finish(): { text: string; blocks: readonly Block[]; pages: readonly number[] } {
    const pages = this.#pages.map((block) => this.#blocks[block]?.start ?? this.#length);
    if (pages.length > 0) pages[0] = 0;
    return { text: this.#parts.join(''), blocks: this.#blocks, pages };
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #isNextRow(kind: BlockKind): boolean {
    return kind === this.#last && (kind === 'table-row' || kind === 'list-item');
  }
}
