import type { WrittenDocument } from '../store/matter-store';
import type { FileRow } from '../store/rows';
import type { IngestContext } from './context';
import type { Prepared, PreparedDocument } from './prepared';
import { TimeLeft } from './time-left';

/** A batch is written when it holds so much text, or so many files, or is so old: then its words can be searched. */
const batchCharacters = 1_000_000;
const batchFiles = 250;
const batchMilliseconds = 1000;
/** Files that are read ahead of the writing, for each worker. */
const readAhead = 4;

/** Reads every waiting file and writes what came of it, in batches. */
export async function readWaiting(context: IngestContext): Promise<void> {
  const waiting = [...context.store.ledger.all()].filter((row) => row.state === 'waiting');
  const timeLeft = new TimeLeft(0);
  let done = 0;
  const progress = () => {
    const secondsLeft = timeLeft.seconds(done, waiting.length);
    context.report({ phase: 'reading', done, total: waiting.length, secondsLeft, paused: context.gate.paused });
  };
  if (waiting.length > 0) progress();
  let batch = new Batch(context);
  for await (const { row, prepared } of prepareAll(waiting, context)) {
    batch.take(row, prepared);
    if (batch.isDue) {
      await batch.write();
      done += batch.files;
      batch = new Batch(context);
      progress();
    }
  }
  await batch.write();
}

interface Outcome {
  readonly row: FileRow;
  readonly prepared: Prepared;
}

/** In the order in which the workers finish. */
async function* prepareAll(rows: readonly FileRow[], context: IngestContext): AsyncGenerator<Outcome> {
  const { readers, signal, gate } = context;
  const underWay = new Map<number, Promise<Outcome>>();
  const limit = readers.workers * readAhead;
  const begin = async (row: FileRow): Promise<Outcome> => ({
    row,
    prepared: await readers.prepare(
      { file: row.file, known: row.document === null ? null : row.sha256 },
      row.size,
      signal,
    ),
  });
  const next = async (): Promise<Outcome> => {
    const outcome = await Promise.race(underWay.values());
    underWay.delete(outcome.row.id);
    return outcome;
  };
  try {
    for (const row of rows) {
      await gate.pass(signal);
      underWay.set(row.id, begin(row));
      if (underWay.size >= limit) yield await next();
    }
    while (underWay.size > 0) yield await next();
  } finally {
    // After a failure the others are let go; each would otherwise be an unhandled rejection.
    await Promise.allSettled(underWay.values());
  }
}

/** Files whose outcome becomes one write: chunks, documents, ledger, in an order that survives a crash. */
class Batch {
  private readonly began = performance.now();
  private readonly written: WrittenDocument[] = [];
  private readonly rows: FileRow[] = [];
  private readonly superseded = new Set<number>();
  private characters = 0;

  constructor(private readonly context: IngestContext) {}

  get files(): number {
    return this.rows.length;
  }

  get isDue(): boolean {
    const old = performance.now() - this.began > batchMilliseconds;
    return old || this.rows.length >= batchFiles || this.characters >= batchCharacters;
  }

  take(row: FileRow, prepared: Prepared): void {
    const document = this.documentOf(row, prepared);
    if (row.document !== null && row.document !== document) this.superseded.add(row.document);
    this.rows.push({ ...row, ...outcomeOf(prepared), document });
  }

  async write(): Promise<void> {
    const { store, pending } = this.context;
    if (this.rows.length === 0) return;
    await store.write(this.written, this.rows);
    for (const { chunks } of this.written) for (const { id, document } of chunks) pending.push({ id, document });
    if (this.superseded.size > 0) await removeUnused(this.context, this.superseded);
  }

  /** The document of a content: the one that is there already, or a new one. */
  private documentOf(row: FileRow, prepared: Prepared): number | null {
    if (prepared.kind === 'same') return row.document;
    if (prepared.kind !== 'document') return null;
    const { store } = this.context;
    const there =
      store.documents.withHash(prepared.sha256) ??
      this.written.find((one) => one.document.sha256 === prepared.sha256)?.document;
    if (there !== undefined) return there.id;
    const written = writtenOf(prepared, store.documents.newId(), () => store.chunks.newId());
    this.written.push(written);
    this.characters += prepared.text.length;
    return written.document.id;
  }
}

function writtenOf(prepared: PreparedDocument, id: number, newChunkId: () => number): WrittenDocument {
  const { sha256, title, format, text, pages, headings } = prepared;
  return {
    document: { id, sha256, title, format, text, length: text.length, pages, headings },
    chunks: prepared.chunks.map((chunk) => ({
      ...chunk,
      id: newChunkId(),
      document: id,
      text: text.slice(chunk.start, chunk.end),
    })),
  };
}

/** What the ledger says of a file after reading. */
function outcomeOf(prepared: Prepared): Pick<FileRow, 'state' | 'reason' | 'detail' | 'sha256'> {
  const { sha256 } = prepared;
  switch (prepared.kind) {
    case 'document':
    case 'same':
      return { state: 'indexed', reason: null, detail: null, sha256 };
    case 'unsupported':
      return { state: 'unsupported', reason: 'format', detail: prepared.detail, sha256 };
    case 'failed':
      return { state: 'failed', reason: prepared.reason, detail: prepared.detail, sha256 };
  }
}

/** Takes documents out that no file has any more. */
export async function removeUnused(context: IngestContext, candidates: ReadonlySet<number>): Promise<void> {
  const used = new Set<number>();
  for (const row of context.store.ledger.all()) if (row.document !== null) used.add(row.document);
  const unused = [...candidates].filter((document) => !used.has(document));
  if (unused.length === 0) return;
  await context.store.removeDocuments(unused);
  const gone = new Set(unused);
  const kept = context.pending.filter((chunk) => !gone.has(chunk.document));
  context.pending.splice(0, context.pending.length, ...kept);
}
