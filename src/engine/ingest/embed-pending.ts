import type { Passage } from '../models/embedder';
import type { ChunkRow } from '../store/rows';
import type { IngestContext, PendingChunk } from './context';
import { TimeLeft } from './time-left';

/** A commit holds so many vectors, or is so old: rare enough for LanceDB, and little to do again after a crash. */
const vectorsPerWrite = 1024;
const writeMilliseconds = 3000;
/** Batches that are with the embedder at a time: the sessions never wait for this process. */
const batchesAhead = 3;

interface Embedded {
  readonly chunks: readonly PendingChunk[];
  /** Row-major `[chunks.length, dimensions]`. */
  readonly vectors: Float32Array;
}

interface Ahead {
  readonly chunks: readonly PendingChunk[];
  readonly embedded: Promise<Embedded>;
}

/** Gives every pending chunk its vector, the newest first. `already`: how many chunks have theirs. */
export async function embedPending(context: IngestContext, already: number): Promise<void> {
  const { store, embedder, pending, gate, signal } = context;
  const total = already + pending.length;
  const timeLeft = new TimeLeft(already);
  let done = already;
  const report = () => {
    const secondsLeft = timeLeft.seconds(done, total);
    context.report({ phase: 'embedding', done, total, secondsLeft, paused: gate.paused });
  };
  const ahead: Ahead[] = [];
  let embedded: Embedded[] = [];
  let written = performance.now();
  const isDue = () =>
    performance.now() - written > writeMilliseconds ||
    embedded.reduce((sum, one) => sum + one.chunks.length, 0) >= vectorsPerWrite;
  const write = async () => {
    const batches = embedded;
    embedded = [];
    const chunks = batches.flatMap((batch) => batch.chunks);
    await store.vectors.add(chunks, concatenate(batches, embedder.dimensions));
    await store.sync();
    written = performance.now();
    done += chunks.length;
    report();
  };
  if (pending.length > 0) report();
  try {
    while ((pending.length > 0 || ahead.length > 0) && !context.isOutdated()) {
      await gate.pass(signal);
      while (ahead.length < batchesAhead && pending.length > 0) {
        const chunks = pending.splice(-embedder.batch).reverse();
        const embedded = embed(context, chunks);
        // Awaited in its turn; it may fail before.
        embedded.catch(() => undefined);
        ahead.push({ chunks, embedded });
      }
      const [first] = ahead;
      if (first !== undefined) embedded.push(await first.embedded);
      ahead.shift();
      if (isDue()) await write();
    }
  } finally {
    // Cancelled or failed: what is embedded is kept, the rest is pending as before.
    for (const { chunks, embedded: promise } of ahead.reverse()) {
      const outcome = await promise.catch(() => null);
      if (outcome === null) pending.push(...[...chunks].reverse());
      else embedded.push(outcome);
    }
    if (embedded.length > 0) await write();
  }
}

async function embed(context: IngestContext, chunks: readonly PendingChunk[]): Promise<Embedded> {
  const { store, embedder, signal } = context;
  const rows = await store.chunks.read(chunks.map((chunk) => chunk.id));
  const passages = rows.map((row) => passageOf(row, store.documents.get(row.document)?.title ?? ''));
  return { chunks: rows, vectors: await embedder.embedPassages(passages, signal) };
}

function passageOf(row: ChunkRow, title: string): Passage {
  return { title, heading: row.heading, text: row.text };
}

function concatenate(batches: readonly Embedded[], dimensions: number): Float32Array {
  const rows = batches.reduce((sum, batch) => sum + batch.chunks.length, 0);
  const all = new Float32Array(rows * dimensions);
  let at = 0;
  for (const { vectors } of batches) {
    all.set(vectors, at);
    at += vectors.length;
  }
  return all;
}
