import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { words } from '../language/words';
import { MatterStore, type WrittenDocument } from './matter-store';
import type { FileRow } from './rows';

const kind = { fingerprint: 'test_1', dimensions: 4 };

let root: string;
let folder: string;
let store: MatterStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quaere-store-'));
  folder = join(root, 'store');
  store = await MatterStore.open(folder, kind);
});
afterEach(async () => {
  store.close();
  await rm(root, { recursive: true, force: true });
});

/** What the next process finds. */
async function reopen(): Promise<void> {
  store.close();
  store = await MatterStore.open(folder, kind);
}

/** A document of these paragraphs, each a chunk. */
function documentOf(...paragraphs: string[]): WrittenDocument {
  const id = store.documents.newId();
  const text = paragraphs.join('\n');
  let start = -1;
  return {
    document: {
      id,
      sha256: `hash of ${text}`,
      title: `Document ${id}`,
      format: 'text',
      text,
      length: text.length,
      pages: [],
      headings: [],
    },
    chunks: paragraphs.map((paragraph) => {
      start = text.indexOf(paragraph, start + 1);
      const end = start + paragraph.length;
      return {
        id: store.chunks.newId(),
        document: id,
        start,
        end,
        codePoint: start,
        page: null,
        layer: 'text' as const,
        heading: [],
        text: paragraph,
        words: words(paragraph).join(' '),
      };
    }),
  };
}

function rowOf(file: string, fields: Partial<FileRow> = {}): FileRow {
  const row = { id: store.ledger.newId(), source: 's', file, path: file, size: 1, modified: 1, sha256: null };
  return { ...row, state: 'waiting', reason: null, detail: null, document: null, ...fields };
}

function indexed(row: FileRow, { document }: WrittenDocument): FileRow {
  return { ...row, state: 'indexed', sha256: document.sha256, document: document.id };
}

/** Discovers, reads and writes one file, with its vectors. */
async function put(file: string, ...paragraphs: string[]): Promise<WrittenDocument> {
  const row = rowOf(file);
  await store.ledger.add([row]);
  const written = documentOf(...paragraphs);
  await store.write([written], [indexed(row, written)]);
  await store.vectors.add(written.chunks, unitVectors(written.chunks.length));
  return written;
}

function unitVectors(count: number): Float32Array {
  return Float32Array.from({ length: count * kind.dimensions }, (_, index) => (index % kind.dimensions === 0 ? 1 : 0));
}

async function found(query: string): Promise<number[]> {
  return (await store.chunks.search(words(query), 10)).map((hit) => hit.document);
}

async function expectWhole(): Promise<void> {
  const chunks = await store.chunks.ids();
  const documents = new Set([...store.documents.all()].map((one) => one.id));
  expect(new Set(chunks.map((chunk) => chunk.document))).toEqual(documents);
  expect(new Set([...store.ledger.all()].flatMap((row) => row.document ?? []))).toEqual(documents);
  const present = new Set(chunks.map((chunk) => chunk.id));
  expect(present.size).toBe(chunks.length);
  for (const chunk of await store.vectors.chunks()) expect(present.has(chunk)).toBe(true);
}

test('what is written is there after a restart, as it was', async () => {
  const { document, chunks } = await put('a.txt', '卖方应当交付货物。', 'The buyer pays the price. 😀');
  await reopen();
  expect(await store.repair()).toEqual([]);
  expect([...store.ledger.all()]).toEqual([
    expect.objectContaining({ file: 'a.txt', state: 'indexed', document: document.id }),
  ]);
  expect(await store.documents.content(document.id)).toEqual({ text: document.text, pages: [], headings: [] });
  const rows = await store.chunks.read(chunks.map((chunk) => chunk.id));
  expect(rows.sort((a, b) => a.id - b.id)).toEqual(chunks.map(({ words: _, ...chunk }) => chunk));
  expect(await found('货物')).toEqual([document.id]);
  expect(store.documents.withHash(document.sha256)?.id).toBe(document.id);
  await expectWhole();
});

describe('killed between two steps of a write', () => {
  test('after the chunks: they go, the file waits, and no number is used twice', async () => {
    const kept = await put('a.txt', 'kept');
    await store.ledger.add([rowOf('b.txt')]);
    await store.chunks.add(documentOf('orphan one', 'orphan two').chunks);
    await reopen();
    expect(await store.repair()).toEqual([]);
    expect(await found('orphan')).toEqual([]);
    expect(store.ledger.get('b.txt')).toMatchObject({ state: 'waiting', document: null });
    await put('c.txt', 'new');
    expect(await found('kept')).toEqual([kept.document.id]);
    await expectWhole();
  });

  test('after the document: it goes with its chunks', async () => {
    await put('a.txt', 'kept');
    await store.ledger.add([rowOf('b.txt')]);
    const orphan = documentOf('orphan');
    await store.chunks.add(orphan.chunks);
    await store.documents.add([orphan.document]);
    await reopen();
    await store.repair();
    expect(store.documents.withHash(orphan.document.sha256)).toBeUndefined();
    await expectWhole();
  });

  test('after the ledger: all is there but the vectors, which are asked for', async () => {
    const row = rowOf('a.txt');
    await store.ledger.add([row]);
    const written = documentOf('one', 'two');
    await store.write([written], [indexed(row, written)]);
    await reopen();
    expect((await store.repair()).map((chunk) => chunk.id).sort()).toEqual(written.chunks.map((chunk) => chunk.id));
  });

  test.each(['documents', 'chunks', 'vectors'] as const)(
    'while a document is removed, when its %s had gone',
    async (last) => {
      const gone = await put('a.txt', 'gone');
      const kept = await put('b.txt', 'kept');
      await store.ledger.remove([store.ledger.get('a.txt')!.id]);
      await store.documents.remove([gone.document.id]);
      if (last !== 'documents') await store.chunks.removeOfDocuments([gone.document.id]);
      if (last === 'vectors') await store.vectors.removeOfDocuments([gone.document.id]);
      await reopen();
      expect(await store.repair()).toEqual([]);
      expect(await store.vectors.chunks()).toEqual([kept.chunks[0]!.id]);
      const added = await put('c.txt', 'added');
      expect(await found('added')).toEqual([added.document.id]);
      await expectWhole();
    },
  );
});

describe('what a power cut took', () => {
  test.each(['documents', 'chunks'] as const)(
    'a document of which the %s are missing is read again',
    async (missing) => {
      const { document } = await put('a.txt', 'text');
      if (missing === 'documents') await store.documents.remove([document.id]);
      else await store.chunks.removeOfDocuments([document.id]);
      await reopen();
      await store.repair();
      expect(store.ledger.get('a.txt')).toMatchObject({ state: 'waiting', document: null, sha256: null });
      await expectWhole();
    },
  );

  test.each(['files', 'documents', 'chunks', 'vectors_test_1'])(
    'the newest manifest of %s without content is put aside',
    async (table) => {
      await put('a.txt', 'first');
      await reopen();
      await store.repair();
      await put('b.txt', 'second');
      store.close();
      const versions = join(folder, `${table}.lance`, '_versions');
      // The version counts down in the name, so that the newest comes first.
      const [newest] = (await readdir(versions)).filter((name) => name.endsWith('.manifest')).sort();
      await truncate(join(versions, newest!), 0);
      store = await MatterStore.open(folder, kind);
      const pending = await store.repair();
      expect(await readdir(join(root, 'quarantine'))).toEqual([expect.stringContaining(newest!)]);
      expect(store.ledger.get('a.txt')).toMatchObject({ state: 'indexed' });
      expect(await found('first')).toHaveLength(1);
      const second = store.ledger.get('b.txt');
      // Either it is read again, or it is whole but for its vectors.
      if (second?.state === 'indexed') expect(await found('second')).toHaveLength(1);
      expect(pending.every((chunk) => store.documents.get(chunk.document) !== undefined)).toBe(true);
      await expectWhole();
    },
  );
});

test('words are found whatever they are made of', async () => {
  const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const texts = [
    hash,
    'Rechtsschutzversicherungsgesellschaften',
    'การเลิกสัญญาโดยฝ่ายเดียวก่อนครบกำหนด',
    '第一千零二十四条',
    'price:100 (net) "quoted" AND +x -y',
    'x'.repeat(500),
  ];
  const { document } = await put('a.txt', ...texts);
  for (const text of texts) {
    const hits = await store.chunks.search(words(text), 10);
    const read = await store.chunks.read(hits.slice(0, 1).map((hit) => hit.chunk));
    expect(read[0]?.text, text).toBe(text);
    expect(hits[0]?.document).toBe(document.id);
  }
});

test('a search among some chunks gives the same scores as one among all', async () => {
  const { chunks } = await put('a.txt', 'rent rent rent', 'rent and deposit', 'deposit', 'nothing of it');
  // Of what is not in the index yet, LanceDB makes the statistics from the rows that it may return.
  await store.settle();
  const all = await store.chunks.search(words('rent'), 10);
  const ids = chunks.map((chunk) => chunk.id);
  expect(all.map((hit) => hit.chunk)).toEqual(ids.slice(0, 2));
  expect(await store.chunks.search(words('rent'), 10, ids.slice(1))).toEqual([all[1]]);
  expect(await store.chunks.search(words('rent'), 10, [])).toEqual([]);
  expect(await store.chunks.search([], 10)).toEqual([]);
  const near = await store.vectors.search(Float32Array.of(1, 0, 0, 0), 10, ids.slice(0, 1));
  expect(near).toEqual([{ chunk: ids[0], document: chunks[0]!.document, score: expect.closeTo(1, 5) }]);
});
