import { EventEmitter } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type EngineCall,
  type EngineClient,
  type EngineEvent,
  type EventPayload,
  engineCalls,
  type Params,
  type ParsedParams,
  type Result,
} from '../contract/calls';
import { QuaereError, toFailure } from '../contract/errors';
import type { Matter } from '../contract/matters';
import { Readers } from './ingest/readers';
import { Matters } from './matters/matters';
import type { OpenMatter } from './matters/open-matter';
import { readDocument } from './matters/read-document';
import { readSample } from './matters/sample';
import { unopened } from './matters/unopened';
import { createBuiltinEmbedder } from './models/builtin';
import { withVectorCache } from './models/vector-cache';
import { search } from './search/search';
import { Throttle } from './throttle';

export interface EngineOptions {
  /** The folder of all that Quaere keeps; made when it is not there. */
  readonly home: string;
  /** The folder with `models` and `samples`. */
  readonly resources: string;
  /** The built scripts of the worker processes. */
  readonly workers: { readonly reader: string; readonly model: string };
  /**
   * A folder outside every matter that keeps vectors by the hash of their text. For evaluation, which embeds the same
   * texts over and over; never for a user's matters, between which nothing is shared.
   */
  readonly vectorCache?: string;
}

export interface Engine extends EngineClient {
  /** Loads the model, and goes on with what an earlier run left unfinished; waits for neither. */
  takeUp(): Promise<void>;
  /** Ends what runs, keeps what is done. */
  close(): Promise<void>;
}

type Handlers = { readonly [C in EngineCall]: (params: ParsedParams<C>, signal: AbortSignal) => Promise<Result<C>> };

const eventsMilliseconds = 250;

/** The engine: the same for the window, the CLI and the tests. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const modelFolder = join(options.resources, 'models', 'multilingual-e5-small-zhen');
  const events = new EventEmitter();
  const emit = <E extends EngineEvent>(event: E, payload: EventPayload<E>) => events.emit(event, payload);
  await mkdir(options.home, { recursive: true }).catch((cause: unknown) => {
    throw new QuaereError({ kind: 'not-writable', path: options.home }, { cause });
  });
  const builtin = await createBuiltinEmbedder({
    modelFolder,
    workerScript: options.workers.model,
    onRecovered: () => emit('recovered', { what: 'model' }),
  });
  const embedder = options.vectorCache === undefined ? builtin : await withVectorCache(builtin, options.vectorCache);
  const readers = new Readers({
    script: options.workers.reader,
    modelFolder,
    onRecovered: () => emit('recovered', { what: 'reader' }),
  });
  const throttle = new Throttle(eventsMilliseconds);
  const changed = (matter: OpenMatter) =>
    throttle.run(matter.id, async () => {
      const summary = await matter.summary();
      // It may have been deleted since.
      if (matters.isOpen(matter.id)) emit('matter', summary);
    });
  const matters = new Matters(join(options.home, 'matters'), { readers, embedder, ownData: options.home, changed });
  const handlers = handlersOf(matters, options.resources, emit);

  return {
    async call<C extends EngineCall>(name: C, params: Params<C>, signal?: AbortSignal): Promise<Result<C>> {
      const handler: Handlers[C] = handlers[name];
      const schema: ParamsSchema<C> = paramsSchemas[name].params;
      return handler(check(schema, params), signal ?? new AbortController().signal);
    },
    on(event, listener) {
      events.on(event, listener);
      return () => events.off(event, listener);
    },
    async takeUp() {
      // The first question need not wait for the model to load; what is wrong with it shows at that question.
      embedder.embedQuery('quaere').catch(() => undefined);
      for (const file of await matters.list()) {
        if (!file.unfinished) continue;
        const matter = await matters.get(file.id);
        // Its failure shows in the matter's activity.
        matter.index({ vectors: true, retryFailed: false }).catch(() => undefined);
      }
    },
    async close() {
      await matters.close();
      await Promise.all([readers.close(), embedder.close()]);
      throttle.close();
    },
  };
}

type ParamsSchema<C extends EngineCall> = z.ZodType<ParsedParams<C>>;
// Typed so that choosing a schema by a type parameter keeps the tie to its output.
const paramsSchemas: { readonly [C in EngineCall]: { readonly params: ParamsSchema<C> } } = engineCalls;

function check<Output>(schema: z.ZodType<Output>, params: unknown): Output {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new QuaereError({ kind: 'bad-request', detail: z.prettifyError(parsed.error) });
  return parsed.data;
}

function handlersOf(
  matters: Matters,
  resources: string,
  emit: <E extends EngineEvent>(event: E, payload: EventPayload<E>) => void,
): Handlers {
  const summaryOf = async (opening: Promise<OpenMatter>): Promise<Matter> => (await opening).summary();
  return {
    listMatters: async () => {
      const summaries: Matter[] = [];
      for (const file of await matters.list()) {
        // One that cannot be opened now is shown with the reason, and hides no other.
        summaries.push(await summaryOf(matters.get(file.id)).catch((error) => unopened(file, toFailure(error))));
      }
      return summaries;
    },
    createMatter: ({ name }) => summaryOf(matters.create(name)),
    renameMatter: ({ matter, name }) => summaryOf(matters.rename(matter, name)),
    deleteMatter: async ({ matter }) => {
      await matters.delete(matter);
      emit('matterDeleted', { matter });
      return null;
    },
    linkSources: ({ matter, paths }) => summaryOf(matters.link(matter, paths)),
    unlinkSource: async ({ matter, source }) => {
      const changed = await matters.unlink(matter, source);
      await changed.index({ vectors: false, retryFailed: false });
      // The vectors that others still want are made behind; a failure shows in the matter's activity.
      changed.index({ vectors: true, retryFailed: false }).catch(() => undefined);
      return changed.summary();
    },
    openSample: async ({ language }) => {
      const there = (await matters.list()).find((file) => file.sample);
      if (there !== undefined) return summaryOf(matters.get(there.id));
      const sample = await readSample(resources, language);
      const matter = await matters.create(sample.name, true);
      return summaryOf(matters.link(matter.id, [sample.folder]));
    },
    sampleQuestions: async ({ language }) => [...(await readSample(resources, language)).questions],
    index: async ({ matter, vectors, retryFailed }) => (await matters.get(matter)).index({ vectors, retryFailed }),
    pauseIndexing: async ({ matter }) => {
      (await matters.get(matter)).pause();
      return null;
    },
    resumeIndexing: async ({ matter }) => {
      (await matters.get(matter)).resume();
      return null;
    },
    cancelIndexing: async ({ matter }) => {
      await (await matters.get(matter)).cancel();
      return null;
    },
    search: async ({ matter, ...request }, signal) =>
      search((await matters.get(matter)).searchContext(), request, signal),
    readDocument: async ({ matter, document, from, to }) =>
      readDocument((await matters.get(matter)).database, document, from, to),
    documentFile: async ({ matter, document }) => {
      const [file] = (await matters.get(matter)).database.ledger.filesOf(document);
      if (file === undefined) throw new QuaereError({ kind: 'document-not-found' });
      return file.file;
    },
    status: async ({ matter }) => {
      const open = await matters.get(matter);
      const { counts, documents, coverage } = await open.summary();
      return { counts, reasons: open.database.ledger.byReason(), documents, coverage };
    },
    listFiles: async ({ matter, states, offset, limit }) => {
      const { ledger } = (await matters.get(matter)).database;
      const rows = [...ledger.all()]
        .filter((row) => states === undefined || states.includes(row.state))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
      const shown = rows.slice(offset, offset + limit).map(({ id, source, sha256, ...row }) => row);
      return { total: rows.length, rows: shown };
    },
  };
}
