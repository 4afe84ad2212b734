import type { Table } from '@lancedb/lancedb';
import { z } from 'zod';
import { lancedb } from './lance';
import { type DocumentRow, documentRowSchema, type Heading, headingsSchema, pagesSchema } from './rows';
import { documentsSchema } from './schema';
import { Upkeep } from './upkeep';

export interface NewDocument extends DocumentRow {
  readonly text: string;
  readonly pages: readonly number[];
  readonly headings: readonly Heading[];
}

const contentSchema = z.object({ text: z.string(), pages: z.string(), headings: z.string() });

/** The documents of a matter. What a search needs of each is held in memory, the texts are not. */
export class Documents {
  private readonly rows = new Map<number, DocumentRow>();
  private readonly byHash = new Map<string, DocumentRow>();
  private nextId = 1;
  /** Counts every change, so that what is derived from the documents knows when it is out of date. */
  changes = 0;

  private constructor(
    private readonly table: Table,
    readonly upkeep: Upkeep,
  ) {}

  static async open(table: Table): Promise<Documents> {
    const documents = new Documents(table, new Upkeep(table));
    await documents.reload();
    return documents;
  }

  async reload(): Promise<void> {
    this.rows.clear();
    this.byHash.clear();
    const columns = ['id', 'sha256', 'title', 'format', 'length'];
    for (const raw of await this.table.query().select(columns).toArray()) {
      const row = documentRowSchema.parse(raw);
      this.remember(row);
      this.nextId = Math.max(this.nextId, row.id + 1);
    }
  }

  get size(): number {
    return this.rows.size;
  }

  all(): IterableIterator<DocumentRow> {
    return this.rows.values();
  }

  get(id: number): DocumentRow | undefined {
    return this.rows.get(id);
  }

  withHash(sha256: string): DocumentRow | undefined {
    return this.byHash.get(sha256);
  }

  newId(): number {
    return this.nextId++;
  }

  async add(documents: readonly NewDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const rows = documents.map((document) => ({
      ...document,
      pages: JSON.stringify(document.pages),
      headings: JSON.stringify(document.headings),
    }));
    await this.table.add(lancedb.makeArrowTable(rows, { schema: documentsSchema }));
    for (const { id, sha256, title, format, length } of documents) this.remember({ id, sha256, title, format, length });
    await this.upkeep.committed(rows.length);
  }

  async remove(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.table.delete(`id IN (${ids.join(',')})`);
    this.changes += 1;
    for (const id of ids) {
      const row = this.rows.get(id);
      this.rows.delete(id);
      if (row !== undefined && this.byHash.get(row.sha256) === row) this.byHash.delete(row.sha256);
    }
    await this.upkeep.committed(ids.length);
  }

  /** Null for a document that is not there. */
  async content(id: number): Promise<Pick<NewDocument, 'text' | 'pages' | 'headings'> | null> {
    const [raw] = await this.table.query().where(`id = ${id}`).select(['text', 'pages', 'headings']).limit(1).toArray();
    if (raw === undefined) return null;
    const row = contentSchema.parse(raw);
    return {
      text: row.text,
      pages: pagesSchema.parse(JSON.parse(row.pages)),
      headings: headingsSchema.parse(JSON.parse(row.headings)),
    };
  }

  private remember(row: DocumentRow): void {
    this.changes += 1;
    this.rows.set(row.id, row);
    this.byHash.set(row.sha256, row);
  }
}
