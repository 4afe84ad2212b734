import type { IndexReport } from '../../contract/matters';
import type { IngestContext } from './context';
import { embedPending } from './embed-pending';
import { readWaiting, removeUnused } from './read-waiting';
import { synchronize } from './synchronize';

export interface IngestOptions {
  /** Wait for the vectors as well; without them the words can be searched all the same. */
  readonly vectors: boolean;
  /** Read files again that could not be read before. */
  readonly retryFailed: boolean;
}

/**
 * The path of the documents of a matter, from its sources on the disk into the index.
 *
 * 1. discover: the ledger gets a row for every file; what has not changed is left alone.
 * 2. read → chunk: workers turn each waiting file into text, chunks and words (`prepare.ts`).
 * 3. write: batch by batch, safe against a crash at any point. From here a document is found by its words.
 * 4. embed: in the background, newest first. From here it is found by its meaning.
 *
 * It can be paused and cancelled between two steps; the next run goes on from there.
 */
export async function ingest(context: IngestContext, options: IngestOptions): Promise<IndexReport> {
  const { store } = context;
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1000;

  await synchronize(context, options.retryFailed);
  await removeUnused(context, new Set([...store.documents.all()].map((document) => document.id)));
  await readWaiting(context);
  await store.settle();
  const text = seconds();

  const done = (await store.chunks.count()) - context.pending.length;
  if (options.vectors) await embedPending(context, done);
  await store.settle();

  const { discovered, indexed, skipped, unsupported, failed } = store.ledger.counts();
  return {
    files: { discovered, indexed, skipped, failed: unsupported + failed },
    documents: store.documents.size,
    chunks: await store.chunks.count(),
    vectors: await store.vectors.count(),
    seconds: { text, vectors: options.vectors ? seconds() : 0 },
  };
}
