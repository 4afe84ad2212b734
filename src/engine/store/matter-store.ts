import { mkdir } from 'node:fs/promises';
import type { Connection } from '@lancedb/lancedb';
import { Chunks, type NewChunk } from './chunks';
import { Documents, type NewDocument } from './documents';
import { Durability, quarantineEmptyManifests } from './durability';
import { Ledger } from './ledger';
import type { FileRow } from './rows';
import { connect, openTables } from './tables';
import { Vectors } from './vectors';

export interface WrittenDocument {
  readonly document: NewDocument;
  readonly chunks: readonly NewChunk[];
}

export interface VectorKind {
  readonly fingerprint: string;
  readonly dimensions: number;
}

/** The database of one matter. Only the process that holds the matter's lock may call what writes. */
export class MatterStore {
  private constructor(
    private readonly connection: Connection,
    private readonly durability: Durability,
    readonly ledger: Ledger,
    readonly documents: Documents,
    readonly chunks: Chunks,
    readonly vectors: Vectors,
  ) {}

  /** `folder` is made when it is not there. */
  static async open(folder: string, kind: VectorKind): Promise<MatterStore> {
    await mkdir(folder, { recursive: true });
    await quarantineEmptyManifests(folder);
    const durability = new Durability(folder);
    await durability.begin();
    const connection = await connect(folder);
    const tables = await openTables(connection);
    const store = new MatterStore(
      connection,
      durability,
      await Ledger.open(tables.files),
      await Documents.open(tables.documents),
      await Chunks.open(tables.chunks),
      await Vectors.open(connection, kind.fingerprint, kind.dimensions),
    );
    // What cannot be read is to be found now, when it can be made anew.
    await Promise.all([store.chunks.verify(), store.vectors.verify()]);
    return store;
  }

  /**
   * Puts right what an interrupted write left: the order of writing is chunks, document, ledger, so what the ledger does
   * not point to was never acknowledged, and is removed to be read again. Returns the chunks that still want a vector.
   */
  async repair(): Promise<{ id: number; document: number }[]> {
    const { ledger, documents, chunks, vectors } = this;
    const all = await chunks.ids();
    const chunked = new Set(all.map((chunk) => chunk.document));
    const lost: FileRow[] = [];
    const wanted = new Set<number>();
    for (const row of ledger.all()) {
      if (row.document === null) continue;
      const isThere = documents.get(row.document) !== undefined && chunked.has(row.document);
      if (!isThere) lost.push({ ...row, state: 'waiting', document: null, sha256: null });
      else wanted.add(row.document);
    }
    await ledger.update(lost);
    const embedded = await vectors.chunks();
    const present = new Set(all.map((chunk) => chunk.id));
    const unwanted = new Set<number>();
    for (const { id } of documents.all()) if (!wanted.has(id)) unwanted.add(id);
    for (const { document } of all) if (!wanted.has(document)) unwanted.add(document);
    if (embedded.some((chunk) => !present.has(chunk))) await vectors.removeOrphans(present);
    await this.removeDocuments([...unwanted]);
    const done = new Set(embedded);
    return all.filter((chunk) => wanted.has(chunk.document) && !done.has(chunk.id));
  }

  /** Acknowledged when it resolves: found by words, and safe against a killed process and a power cut. */
  async write(written: readonly WrittenDocument[], files: readonly FileRow[]): Promise<void> {
    await this.chunks.add(written.flatMap((one) => one.chunks));
    await this.documents.add(written.map((one) => one.document));
    // After a power cut too, what the ledger points to is there.
    if (written.length > 0) await this.durability.sync();
    await this.ledger.update(files);
    await this.durability.sync();
  }

  /** With all chunks and vectors; the ledger is the caller's to change first. */
  async removeDocuments(ids: readonly number[]): Promise<void> {
    await this.documents.remove(ids);
    await this.chunks.removeOfDocuments(ids);
    await this.vectors.removeOfDocuments(ids);
  }

  sync(): Promise<void> {
    return this.durability.sync();
  }

  /** Indexes cover everything, and the space of old versions is given back as far as no search may still read them. */
  async settle(): Promise<void> {
    for (const table of this.tables()) await table.upkeep.settle();
    await this.durability.sync();
  }

  /** Before the end of the process that has written. */
  async finish(): Promise<void> {
    for (const table of this.tables()) await table.upkeep.finish();
    await this.durability.sync();
  }

  close(): void {
    this.connection.close();
  }

  private tables(): readonly [Ledger, Documents, Chunks, Vectors] {
    return [this.ledger, this.documents, this.chunks, this.vectors];
  }
}
