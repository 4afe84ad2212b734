import type { Connection, Table } from '@lancedb/lancedb';
import { z } from 'zod';
import type { Hit } from './chunks';
import { lancedb } from './lance';
import { vectorsSchema } from './schema';
import { openVectors } from './tables';
import { ensureVectorIndex, Upkeep } from './upkeep';

const idSchema = z.object({ chunk: z.int() });
const hitSchema = z.object({ chunk: z.int(), document: z.int(), _distance: z.number() });

const vectorSchema = z.object({
  vector: z.custom<Iterable<number>>().transform((vector) => Float32Array.from(vector)),
});

/** How much of an index is read for a search: with these, few of the true best are missed (see ARCHITECTURE.md). */
const probes = 30;
const refine = 3;
const idsPerDelete = 5000;

/** The vectors of one fingerprint. */
export class Vectors {
  private constructor(
    private readonly table: Table,
    private readonly dimensions: number,
    readonly upkeep: Upkeep,
  ) {}

  static async open(connection: Connection, fingerprint: string, dimensions: number): Promise<Vectors> {
    const table = await openVectors(connection, fingerprint, dimensions);
    return new Vectors(table, dimensions, new Upkeep(table));
  }

  /** The chunks that have a vector. */
  async chunks(): Promise<number[]> {
    const rows = z.array(idSchema).parse(await this.table.query().select(['chunk']).toArray());
    return rows.map((row) => row.chunk);
  }

  /** Fails when the data cannot be read. No index covers this column, so that the data itself is looked at. */
  async verify(): Promise<void> {
    await this.table.countRows('document >= 0');
  }

  /** `vectors`: row-major `[chunks.length, dimensions]`. */
  async add(chunks: readonly { id: number; document: number }[], vectors: Float32Array): Promise<void> {
    if (chunks.length === 0) return;
    const rows = chunks.map(({ id, document }, index) => ({
      chunk: id,
      document,
      vector: vectors.subarray(index * this.dimensions, (index + 1) * this.dimensions),
    }));
    await this.table.add(lancedb.makeArrowTable(rows, { schema: vectorsSchema(this.dimensions) }));
    await this.upkeep.committed(rows.length);
    await ensureVectorIndex(this.table);
  }

  async removeOfDocuments(documents: readonly number[]): Promise<void> {
    if (documents.length === 0) return;
    await this.table.delete(`document IN (${documents.join(',')})`);
    await this.upkeep.committed(documents.length);
  }

  /** Removes the vectors of chunks that are not among `present`. */
  async removeOrphans(present: ReadonlySet<number>): Promise<void> {
    const orphans = (await this.chunks()).filter((chunk) => !present.has(chunk));
    for (let at = 0; at < orphans.length; at += idsPerDelete) {
      await this.table.delete(`chunk IN (${orphans.slice(at, at + idsPerDelete).join(',')})`);
    }
    await this.upkeep.committed(orphans.length);
  }

  /** About `size` vectors, drawn evenly over the table; row-major `[n, dimensions]`. */
  async sample(size: number): Promise<{ vectors: Float32Array; dimensions: number }> {
    const ids = await this.chunks();
    const step = Math.max(1, Math.floor(ids.length / size));
    const drawn = ids.filter((_, index) => index % step === 0).slice(0, size);
    const rows = await this.table
      .query()
      .where(`chunk IN (${drawn.join(',')})`)
      .select(['vector'])
      .toArray();
    const vectors = new Float32Array(rows.length * this.dimensions);
    rows.forEach((row, index) => {
      vectors.set(vectorSchema.parse(row).vector, index * this.dimensions);
    });
    return { vectors, dimensions: this.dimensions };
  }

  count(): Promise<number> {
    return this.table.countRows();
  }

  /** Cosines with a query's vector, best first. `among` limits the search to some chunks, and is then exact. */
  async search(query: Float32Array, limit: number, among?: readonly number[]): Promise<Hit[]> {
    if (among?.length === 0) return [];
    const search = this.table
      .query()
      .nearestTo(query)
      .distanceType('cosine')
      .select(['chunk', 'document', '_distance'])
      .limit(limit);
    if (among === undefined) search.nprobes(probes).refineFactor(refine);
    else search.bypassVectorIndex().where(`chunk IN (${among.join(',')})`);
    const rows = z.array(hitSchema).parse(await search.toArray());
    return rows.map((row) => ({ chunk: row.chunk, document: row.document, score: 1 - row._distance }));
  }
}
