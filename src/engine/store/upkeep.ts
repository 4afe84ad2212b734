import type { Table } from '@lancedb/lancedb';
import { lancedb } from './lance';

/** Rows outside an index are scanned at each search; so many cost no more than some milliseconds. */
const scannable = 20_000;
const commitsBetween = 50;

/** A search that is under way, here or in another process, may still read the version before. */
const graceMilliseconds = 30_000;

/** Keeps a table quick and small while it grows: folds new rows into its indexes and removes old versions. */
export class Upkeep {
  private commits = 0;
  private rows = 0;

  constructor(private readonly table: Table) {}

  /** To be called after each commit. */
  async committed(rows: number): Promise<void> {
    this.commits += 1;
    this.rows += rows;
    if (this.commits >= commitsBetween || this.rows >= scannable) await this.settle();
  }

  /** Does what is due now; nothing when there was no commit. */
  async settle(): Promise<void> {
    if (this.commits === 0) return;
    this.commits = 0;
    this.rows = 0;
    await this.table.optimize({ cleanupOlderThan: new Date(Date.now() - graceMilliseconds) });
  }

  /** When nobody searches any more: only the newest version stays. */
  async finish(): Promise<void> {
    await this.settle();
    await this.table.optimize({ cleanupOlderThan: new Date() });
  }
}

/** An index over the vectors, once scanning them all takes longer than a search may; until then search is exact. */
export async function ensureVectorIndex(vectors: Table): Promise<void> {
  if ((await vectors.countRows()) < scannable) return;
  const stats = (await vectors.listIndices()).find((index) => index.columns.includes('vector'));
  if (stats !== undefined) return;
  await vectors.createIndex('vector', { config: lancedb.Index.ivfRq({ distanceType: 'cosine' }) });
}
