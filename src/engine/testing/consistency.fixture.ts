import { join } from 'node:path';
import { expect } from 'vitest';
import { createBuiltinEmbedder } from '../models/builtin';
import { MatterStore } from '../store/matter-store';
import { modelFolder } from './documents.fixture';
import { workers } from './workplace.fixture';

/** What distinguishes vectors of the built-in model; starts no process. */
export async function builtinKind(): Promise<{ fingerprint: string; dimensions: number }> {
  const embedder = await createBuiltinEmbedder({ modelFolder, workerScript: workers.model });
  await embedder.close();
  return embedder;
}

/** Opens the database of a matter beside the engine. */
export async function openStore(home: string, matter: string): Promise<MatterStore> {
  return MatterStore.open(join(home, 'matters', matter, 'store'), await builtinKind());
}

/**
 * What must hold of a matter that is indexed to the end, whatever has happened before: every file in one state, one
 * document for each content, its chunks once each and slices of its text, one vector for each chunk, and nothing else.
 * Without `vectors` some may be missing yet.
 */
export async function expectConsistent(home: string, matter: string, { vectors = true } = {}): Promise<void> {
  const store = await openStore(home, matter);
  try {
    const rows = [...store.ledger.all()];
    expect(new Set(rows.map((row) => row.file)).size, 'one row for each file').toBe(rows.length);
    const wanted = new Set<number>();
    for (const row of rows) {
      expect(row.state, row.file).not.toBe('waiting');
      expect(row.document !== null, row.file).toBe(row.state === 'indexed');
      if (row.document !== null) wanted.add(row.document);
    }
    const documents = [...store.documents.all()];
    expect(documents.map((one) => one.id).sort(order), 'a document for each that the ledger names').toEqual(
      [...wanted].sort(order),
    );
    expect(new Set(documents.map((one) => one.sha256)).size, 'one document for each content').toBe(documents.length);

    const ids = (await store.chunks.ids()).map((chunk) => chunk.id);
    expect(new Set(ids).size, 'each chunk once').toBe(ids.length);
    const embedded = await store.vectors.chunks();
    expect(new Set(embedded).size, 'no chunk has two vectors').toBe(embedded.length);
    expect(ids, 'every vector has its chunk').toEqual(expect.arrayContaining(embedded));
    if (vectors) expect(embedded.length, 'every chunk has its vector').toBe(ids.length);
    const places = new Set<string>();
    const texts = new Map<number, string | undefined>();
    for (const { id } of documents) texts.set(id, (await store.documents.content(id))?.text);
    for (const chunk of await store.chunks.read(ids)) {
      expect(texts.get(chunk.document)?.slice(chunk.start, chunk.end)).toBe(chunk.text);
      places.add(`${chunk.document} ${chunk.start}`);
    }
    expect(places.size, 'no place is there twice').toBe(ids.length);
    expect(new Set([...places].map((place) => place.split(' ')[0])).size, 'every document has chunks').toBe(
      documents.length,
    );
  } finally {
    store.close();
  }
}

function order(a: number, b: number): number {
  return a - b;
}
