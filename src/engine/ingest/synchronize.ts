import type { Ledger } from '../store/ledger';
import type { FileRow } from '../store/rows';
import { isWithin } from '../within';
import type { IngestContext, IngestSource } from './context';
import { type Discovered, discover } from './discover';

const rowsPerWrite = 2000;

/** Brings the ledger in line with what the disk holds now. What was read and has not changed is left alone. */
export async function synchronize(context: IngestContext, retryFailed: boolean): Promise<void> {
  let found = 0;
  const progress = () => context.report({ phase: 'discovering', found, paused: context.gate.paused });
  progress();
  for (const source of context.sources) {
    const changes = new Changes(context.store.ledger);
    const seen = new Set<string>();
    const unreadable: string[] = [];
    try {
      for await (const discovered of discover(source.path, context.ownData, context.signal)) {
        await context.gate.pass(context.signal);
        found += 1;
        progress();
        seen.add(discovered.file);
        if (discovered.state === 'failed') unreadable.push(discovered.file);
        await changes.take(source, discovered, retryFailed);
      }
    } catch (error) {
      // A source that cannot be reached now (moved, a drive that is not connected) keeps what was indexed of it.
      if (context.signal.aborted || !isOfFileSystem(error)) throw error;
      continue;
    } finally {
      await changes.write();
    }
    await removeVanished(context, source, seen, unreadable);
  }
  await removeUnlinked(context);
}

/** Collects changed rows, so that the ledger is written in large steps. */
class Changes {
  private added: FileRow[] = [];
  private updated: FileRow[] = [];

  constructor(private readonly ledger: Ledger) {}

  async take(source: IngestSource, discovered: Discovered, retryFailed: boolean): Promise<void> {
    const known = this.ledger.get(discovered.file);
    if (known === undefined) this.added.push(rowOf(discovered, source, this.ledger.newId(), null));
    else if (isChanged(known, discovered, source, retryFailed)) {
      this.updated.push(rowOf(discovered, source, known.id, known));
    }
    if (this.added.length + this.updated.length >= rowsPerWrite) await this.write();
  }

  async write(): Promise<void> {
    await this.ledger.add(this.added.splice(0));
    await this.ledger.update(this.updated.splice(0));
  }
}

function rowOf(discovered: Discovered, source: IngestSource, id: number, known: FileRow | null): FileRow {
  const { file, path, size, modified, state } = discovered;
  return {
    id,
    source: source.id,
    file,
    path,
    size,
    modified,
    state,
    reason: state === 'waiting' ? null : discovered.reason,
    detail: state === 'failed' ? discovered.detail : null,
    sha256: known?.sha256 ?? null,
    document: state === 'skipped' ? null : (known?.document ?? null),
  };
}

function isChanged(known: FileRow, discovered: Discovered, source: IngestSource, retryFailed: boolean): boolean {
  if (known.source !== source.id || known.path !== discovered.path) return true;
  if (known.size !== discovered.size || known.modified !== discovered.modified) return true;
  if (discovered.state !== 'waiting') return known.state !== discovered.state || known.reason !== discovered.reason;
  if (known.state === 'skipped') return true;
  return known.state === 'failed' && (retryFailed || isPassing(known.reason));
}

/** Reasons that say nothing about the content: worth another look at each run. */
function isPassing(reason: FileRow['reason']): boolean {
  return reason === 'unreadable' || reason === 'vanished' || reason === 'link-loop';
}

/** Files that are gone leave the ledger; what lies below a folder that could not be opened now is kept. */
async function removeVanished(
  { store }: IngestContext,
  source: IngestSource,
  seen: ReadonlySet<string>,
  unreadable: readonly string[],
): Promise<void> {
  const gone = [...store.ledger.all()].filter(
    (row) =>
      row.source === source.id && !seen.has(row.file) && !unreadable.some((folder) => isWithin(row.file, folder)),
  );
  await store.ledger.remove(gone.map((row) => row.id));
}

/** Sources that were taken out of the matter leave with all their files. */
async function removeUnlinked({ store, sources }: IngestContext): Promise<void> {
  const linked = new Set(sources.map((source) => source.id));
  const gone = [...store.ledger.all()].filter((row) => !linked.has(row.source));
  await store.ledger.remove(gone.map((row) => row.id));
}

/** Thrown by Node when it looks at the disk; the database's errors name no system call. */
function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
