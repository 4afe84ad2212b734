import type { Connection, Table } from '@lancedb/lancedb';
import type { Schema } from 'apache-arrow';
import { lancedb } from './lance';
import { chunksSchema, documentsSchema, filesSchema, vectorsSchema } from './schema';

export interface Tables {
  readonly files: Table;
  readonly documents: Table;
  readonly chunks: Table;
}

/** Bytes. The library's own defaults are several gigabytes, and it fills them with indexes that have been replaced. */
const indexCache = 256n * 1024n ** 2n;
const metadataCache = 64n * 1024n ** 2n;

/** Other processes may write to the same matter: every read sees their last commit. */
export function connect(database: string): Promise<Connection> {
  return lancedb.connect(database, { readConsistencyInterval: 0 }, new lancedb.Session(indexCache, metadataCache));
}

export async function openTables(connection: Connection): Promise<Tables> {
  const names = new Set(await connection.tableNames());
  const open = (name: string, schema: Schema) =>
    names.has(name) ? connection.openTable(name) : connection.createEmptyTable(name, schema);
  const files = await open('files', filesSchema);
  const documents = await open('documents', documentsSchema);
  const chunks = await open('chunks', chunksSchema);
  await ensureIndexes(chunks);
  return { files, documents, chunks };
}

export async function openVectors(connection: Connection, fingerprint: string, dimensions: number): Promise<Table> {
  const name = vectorsName(fingerprint);
  const names = await connection.tableNames();
  if (names.includes(name)) return connection.openTable(name);
  const table = await connection.createEmptyTable(name, vectorsSchema(dimensions));
  await table.createIndex('chunk', { config: lancedb.Index.btree() });
  return table;
}

function vectorsName(fingerprint: string): string {
  return `vectors_${fingerprint}`;
}

/**
 * The words are cut by `language/words`, so the index splits at white space only. No positions: with them `optimize`
 * fails in this version (lance 7653), and phrases are checked in the text itself.
 */
async function ensureIndexes(chunks: Table): Promise<void> {
  const indexed = new Set((await chunks.listIndices()).flatMap((index) => index.columns));
  if (!indexed.has('words')) {
    const config = lancedb.Index.fts({
      baseTokenizer: 'whitespace',
      withPosition: false,
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      // Bytes: a word has 64 units of up to three.
      maxTokenLength: 256,
    });
    await chunks.createIndex('words', { config });
  }
  if (!indexed.has('id')) await chunks.createIndex('id', { config: lancedb.Index.btree() });
  if (!indexed.has('document')) await chunks.createIndex('document', { config: lancedb.Index.btree() });
}
