import type { FullTextQuery, Occur, Table } from '@lancedb/lancedb';
import { z } from 'zod';
import { lancedb } from './lance';
import { type ChunkRow, chunkRowSchema } from './rows';
import { chunksSchema } from './schema';
import { Upkeep } from './upkeep';

export interface NewChunk extends ChunkRow {
  readonly words: string;
}

/** A chunk that a query found, with the score of that query: BM25, or the cosine of the vectors. */
export interface Hit {
  readonly chunk: number;
  readonly document: number;
  readonly score: number;
}

const idSchema = z.object({ id: z.int(), document: z.int() });
const headingSchema = z.array(z.string());
const hitSchema = z.object({ id: z.int(), document: z.int(), _score: z.number() });

/** LanceDB takes a batch as one Arrow record; this many rows of text stay far below its limits. */
const rowsPerWrite = 8192;

/** The chunks of a matter, and the search for their words. */
export class Chunks {
  private nextId = 1;

  private constructor(
    private readonly table: Table,
    readonly upkeep: Upkeep,
  ) {}

  static async open(table: Table): Promise<Chunks> {
    return new Chunks(table, new Upkeep(table));
  }

  /** Every chunk there is; also finds where the numbering goes on. */
  async ids(): Promise<{ id: number; document: number }[]> {
    const ids = z.array(idSchema).parse(await this.table.query().select(['id', 'document']).toArray());
    for (const { id } of ids) this.nextId = Math.max(this.nextId, id + 1);
    return ids;
  }

  /** Fails when the data cannot be read. No index covers this column, so that the data itself is looked at. */
  async verify(): Promise<void> {
    await this.table.countRows('code_point >= 0');
  }

  newId(): number {
    return this.nextId++;
  }

  async add(chunks: readonly NewChunk[]): Promise<void> {
    for (let at = 0; at < chunks.length; at += rowsPerWrite) {
      const rows = chunks.slice(at, at + rowsPerWrite).map(({ codePoint, heading, ...chunk }) => ({
        ...chunk,
        code_point: codePoint,
        heading: JSON.stringify(heading),
      }));
      await this.table.add(lancedb.makeArrowTable(rows, { schema: chunksSchema }));
      await this.upkeep.committed(rows.length);
    }
  }

  async removeOfDocuments(documents: readonly number[]): Promise<void> {
    if (documents.length === 0) return;
    await this.table.delete(`document IN (${documents.join(',')})`);
    await this.upkeep.committed(documents.length);
  }

  count(): Promise<number> {
    return this.table.countRows();
  }

  /** In no particular order; chunks that are gone are missing. */
  async read(ids: readonly number[]): Promise<ChunkRow[]> {
    if (ids.length === 0) return [];
    const columns = ['id', 'document', 'start', 'end', 'code_point', 'page', 'layer', 'heading', 'text'];
    const rows = await this.table
      .query()
      .where(`id IN (${ids.join(',')})`)
      .select(columns)
      .toArray();
    return rows.map((row) =>
      chunkRowSchema.parse({
        ...row.toJSON(),
        codePoint: row.code_point,
        heading: headingSchema.parse(JSON.parse(row.heading)),
      }),
    );
  }

  /**
   * BM25 (k1 1.2, b 0.75) of the chunks that hold any of the words, best first. `among` limits it to some chunks; the
   * statistics stay those of the whole matter.
   */
  async search(words: readonly string[], limit: number, among?: readonly number[]): Promise<Hit[]> {
    if (words.length === 0 || among?.length === 0) return [];
    return this.run(anyOf(words), limit, among);
  }

  /** The same of the chunks that hold all of `required`, and the more of `words` the better. */
  async searchHolding(required: readonly string[], words: readonly string[], limit: number): Promise<Hit[]> {
    if (required.length === 0) return [];
    const clauses = required.map((word): [Occur, FullTextQuery] => [lancedb.Occur.Must, anyOf([word])]);
    const query = new lancedb.BooleanQuery([...clauses, [lancedb.Occur.Should, anyOf(words)]]);
    return this.run(query, limit);
  }

  private async run(text: FullTextQuery, limit: number, among?: readonly number[]): Promise<Hit[]> {
    const query = this.table.query().fullTextSearch(text).select(['id', 'document', '_score']).limit(limit);
    if (among !== undefined) query.where(`id IN (${among.join(',')})`);
    const rows = z.array(hitSchema).parse(await query.toArray());
    return rows.map((row) => ({ chunk: row.id, document: row.document, score: row._score }));
  }
}

function anyOf(words: readonly string[]): FullTextQuery {
  return new lancedb.MatchQuery(words.join(' '), 'words');
}
