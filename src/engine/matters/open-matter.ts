import { setMaxListeners } from 'node:events';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Failure, QuaereError, toFailure } from '../../contract/errors';
import type { Activity, IndexReport, Matter } from '../../contract/matters';
import { CHUNKING_VERSION } from '../ingest/chunk';
import type { IngestContext, PendingChunk } from '../ingest/context';
import { type IngestOptions, ingest } from '../ingest/ingest';
import { PauseGate } from '../ingest/pause-gate';
import type { Readers } from '../ingest/readers';
import { wordsOfName } from '../language/file-name';
import { WORDS_VERSION } from '../language/words';
import type { Embedder } from '../models/embedder';
import { DocumentNames } from '../search/document-names';
import { Floor } from '../search/floor';
import type { SearchContext } from '../search/search';
import { MatterStore } from '../store/matter-store';
import { SCHEMA_VERSION } from '../store/schema';
import { acquireLock } from './lock';
import { type MatterFile, readMatterFile, writeMatterFile } from './matter-file';

/** The database is built anew when any of these has changed since. */
export const INDEX_FORMAT = `schema ${SCHEMA_VERSION}, chunking ${CHUNKING_VERSION}, words ${WORDS_VERSION}`;

export interface MatterServices {
  readonly readers: Readers;
  readonly embedder: Embedder;
  /** Our own data: never read as a source. */
  readonly ownData: string;
  readonly changed: (matter: OpenMatter) => void;
}

interface Order {
  readonly controller: AbortController;
  readonly gate: PauseGate;
  readonly options: IngestOptions;
  /** Those that it has looked at, or is about to. */
  sources: MatterFile['sources'];
}

interface Run extends Order {
  readonly report: Promise<IndexReport>;
}

type Changes = Partial<Pick<MatterFile, 'name' | 'sources' | 'unfinished'>>;

/** A matter with its database open. */
export class OpenMatter {
  activity: Activity = { phase: 'idle' };
  private run: Run | null = null;
  private names: { readonly names: DocumentNames; readonly documents: number } | null = null;
  private coverage = { chunks: 0, vectors: 0 };
  private wrote = false;
  private changing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private file: MatterFile,
    private readonly store: MatterStore,
    private readonly floor: Floor,
    private readonly services: MatterServices,
  ) {}

  /** Fails with `store-damaged` when the database cannot be read; the sources are not touched. */
  static async open(folder: string, file: MatterFile, services: MatterServices): Promise<OpenMatter> {
    const database = join(folder, 'store');
    const open = () => MatterStore.open(database, services.embedder);
    let store: MatterStore;
    let current = file;
    try {
      if (file.format !== INDEX_FORMAT) throw new Error(`written as ${file.format}`);
      store = await open();
    } catch (error) {
      const failure = placed(toFailure(error), folder);
      if (failure.kind === 'disk-full') throw new QuaereError(failure, { cause: error });
      const lock = await acquireLock(folder);
      if (lock === null) throw new QuaereError({ kind: 'in-use', matter: file.name }, { cause: error });
      try {
        // Everything in it can be built anew from the sources; the damaged one is kept aside for a look.
        const aside = join(folder, 'store-before');
        await rm(aside, { recursive: true, force: true });
        await rename(database, aside).catch(() => undefined);
        current = { ...file, format: INDEX_FORMAT, unfinished: file.sources.length > 0 };
        await writeMatterFile(folder, current);
        store = await open();
      } finally {
        await lock.release();
      }
    }
    const matter = new OpenMatter(folder, current, store, new Floor(store.vectors), services);
    await matter.refreshCoverage();
    return matter;
  }

  get id(): string {
    return this.file.id;
  }

  get name(): string {
    return this.file.name;
  }

  get database(): MatterStore {
    return this.store;
  }

  get sources(): MatterFile['sources'] {
    return this.file.sources;
  }

  async summary(): Promise<Matter> {
    const perSource = new Map<string, number>();
    for (const row of this.store.ledger.all()) perSource.set(row.source, (perSource.get(row.source) ?? 0) + 1);
    const { id, name, sample, created } = this.file;
    return {
      id,
      name,
      sample,
      created,
      sources: await Promise.all(
        this.file.sources.map(async (source) => ({
          ...source,
          available: await isThere(source.path),
          files: perSource.get(source.id) ?? 0,
        })),
      ),
      counts: this.store.ledger.counts(),
      documents: this.store.documents.size,
      coverage: { ...this.coverage },
      activity: this.activity,
    };
  }

  searchContext(): SearchContext {
    const { documents } = this.store;
    if (this.names === null || this.names.documents !== documents.changes) {
      this.names = { names: new DocumentNames(namesOf(this.store)), documents: documents.changes };
    }
    return { store: this.store, embedder: this.services.embedder, names: this.names.names, floor: this.floor };
  }

  /** One change after the other, each made to what the one before it, here or in another process, has left. */
  change(make: (file: MatterFile) => Changes): Promise<void> {
    const change = this.changing.then(async () => {
      const current = (await readMatterFile(this.folder)) ?? this.file;
      const known = isDeepStrictEqual(current, this.file) ? this.file : current;
      const changed = { ...known, ...make(known) };
      await writeMatterFile(this.folder, changed);
      this.file = changed;
      this.services.changed(this);
    });
    this.changing = change.catch(() => undefined);
    return change;
  }

  /** Starts an indexing, or joins the one that runs. */
  index(options: IngestOptions): Promise<IndexReport> {
    const running = this.run;
    if (running !== null) {
      const isAsked = (option: 'vectors' | 'retryFailed') => !options[option] || running.options[option];
      if (isAsked('vectors') && isAsked('retryFailed') && running.sources === this.file.sources) return running.report;
      return running.report.then(() => this.index(options));
    }
    const controller = new AbortController();
    // Every file and every batch that is under way listens to it.
    setMaxListeners(0, controller.signal);
    const gate = new PauseGate();
    const order: Order = { controller, gate, options, sources: this.file.sources };
    const report = this.ingest(order).finally(() => {
      this.run = null;
      this.services.changed(this);
    });
    this.run = Object.assign(order, { report });
    return report;
  }

  pause(): void {
    this.run?.gate.pause();
    this.setPaused(true);
  }

  resume(): void {
    this.run?.gate.resume();
    this.setPaused(false);
  }

  /** Resolves when the run has ended; what is done is kept. */
  async cancel(): Promise<void> {
    const { run } = this;
    if (run === null) return;
    run.controller.abort(new QuaereError({ kind: 'cancelled' }));
    await run.report.catch(() => undefined);
  }

  async close(): Promise<void> {
    const unfinished = this.run !== null;
    await this.cancel();
    if (this.wrote) await this.tidy();
    if (unfinished) await this.change(() => ({ unfinished: true })).catch(() => undefined);
    this.store.close();
  }

  /** Not worth a failure: what is written is safe, and the next run does it. */
  private async tidy(): Promise<void> {
    const lock = await acquireLock(this.folder).catch(() => null);
    if (lock === null) return;
    await this.store.finish().catch(() => undefined);
    await lock.release();
  }

  /** Closes the database without a last word: its folder is about to be removed. */
  abandon(): void {
    this.store.close();
  }

  private async ingest(run: Order): Promise<IndexReport> {
    const { signal } = run.controller;
    const lock = await acquireLock(this.folder);
    if (lock === null) throw new QuaereError({ kind: 'in-use', matter: this.name });
    try {
      await this.change(() => ({ unfinished: true }));
      this.wrote = true;
      await this.reload();
      const pending: PendingChunk[] = await this.store.repair();
      let report: IndexReport;
      do {
        run.sources = this.file.sources;
        report = await ingest(this.ingestContext(run, pending), run.options);
      } while (run.sources !== this.file.sources);
      await this.refreshCoverage();
      this.activity = { phase: 'idle' };
      await this.change(() => ({ unfinished: pending.length > 0 }));
      return report;
    } catch (error) {
      const failure = placed(toFailure(signal.aborted ? signal.reason : error), this.folder);
      this.activity = { phase: 'stopped', failure };
      await this.refreshCoverage().catch(() => undefined);
      // Cancelled by the user: not taken up again by itself. Anything else is, at the next start.
      if (failure.kind === 'cancelled') await this.change(() => ({ unfinished: false })).catch(() => undefined);
      throw new QuaereError(failure, { cause: error });
    } finally {
      await lock.release();
    }
  }

  private ingestContext(run: Order, pending: PendingChunk[]): IngestContext {
    const { readers, embedder, ownData } = this.services;
    return {
      store: this.store,
      sources: run.sources,
      ownData,
      readers,
      embedder,
      pending,
      gate: run.gate,
      signal: run.controller.signal,
      isOutdated: () => run.sources !== this.file.sources,
      report: (activity) => {
        this.activity = activity;
        if (activity.phase === 'embedding') this.coverage = { chunks: activity.total, vectors: activity.done };
        this.services.changed(this);
      },
    };
  }

  /** Another process may have written since. */
  private async reload(): Promise<void> {
    await this.store.ledger.reload();
    await this.store.documents.reload();
  }

  private async refreshCoverage(): Promise<void> {
    const [chunks, vectors] = await Promise.all([this.store.chunks.count(), this.store.vectors.count()]);
    this.coverage = { chunks, vectors };
  }

  private setPaused(paused: boolean): void {
    const { activity } = this;
    if (activity.phase === 'idle' || activity.phase === 'stopped') return;
    this.activity = { ...activity, paused };
    this.services.changed(this);
  }
}

/** The database does not say where the disk is full. */
function placed(failure: Failure, path: string): Failure {
  return failure.kind === 'disk-full' && failure.path === '' ? { ...failure, path } : failure;
}

function* namesOf(store: MatterStore): Generator<{ document: number; name: string }> {
  for (const { id, title } of store.documents.all()) {
    yield { document: id, name: title };
    for (const { file } of store.ledger.filesOf(id)) yield { document: id, name: wordsOfName(file) };
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
