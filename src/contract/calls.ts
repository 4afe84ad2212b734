import { z } from 'zod';
import { fileReasonSchema, fileStateSchema, ledgerCountsSchema, ledgerRowSchema } from './ledger';
import { coverageSchema, indexReportSchema, matterIdSchema, matterSchema } from './matters';
import { documentViewSchema, searchModeSchema, searchResultSchema } from './search';

const none = z.object({});
const ofMatter = z.object({ matter: matterIdSchema });

/** Everything that can be asked of the engine: by the window over a MessagePort, by the CLI and the tests directly. */
export const engineCalls = {
  listMatters: { params: none, result: z.array(matterSchema) },
  createMatter: { params: z.object({ name: z.string() }), result: matterSchema },
  renameMatter: { params: ofMatter.extend({ name: z.string() }), result: matterSchema },
  deleteMatter: { params: ofMatter, result: z.null() },
  /** Links folders or files; a path that is linked already is left as it is. Does not start the indexing. */
  linkSources: { params: ofMatter.extend({ paths: z.array(z.string()).min(1) }), result: matterSchema },
  /** Takes a folder or file out of the matter, with all that was indexed of it. The files themselves stay. */
  unlinkSource: { params: ofMatter.extend({ source: z.string() }), result: matterSchema },
  /** The sample matter, made at the first call. */
  openSample: { params: z.object({ language: z.enum(['zh', 'en']) }), result: matterSchema },
  sampleQuestions: { params: z.object({ language: z.enum(['zh', 'en']) }), result: z.array(z.string()) },

  /**
   * Brings the index in line with the sources; resolves when text (and, unless told otherwise, every vector) is there.
   * A second call while it runs waits for the same run. Progress comes as the event `matter`.
   */
  index: {
    params: ofMatter.extend({ vectors: z.boolean().default(true), retryFailed: z.boolean().default(false) }),
    result: indexReportSchema,
  },
  pauseIndexing: { params: ofMatter, result: z.null() },
  resumeIndexing: { params: ofMatter, result: z.null() },
  cancelIndexing: { params: ofMatter, result: z.null() },

  search: {
    params: ofMatter.extend({
      query: z.string(),
      mode: searchModeSchema.default('hybrid'),
      limit: z.int().min(1).max(1000).default(20),
      threshold: z.boolean().default(true),
    }),
    result: searchResultSchema,
  },
  /** A window of a document's text, widened to at most 200,000 UTF-16 units by the caller's wish. */
  readDocument: {
    params: ofMatter.extend({ document: z.int(), from: z.int().min(0), to: z.int().min(0) }),
    result: documentViewSchema,
  },
  /** The absolute path of a file of this document, for main, which opens it or shows it in its folder. */
  documentFile: { params: ofMatter.extend({ document: z.int() }), result: z.string() },

  status: {
    params: ofMatter,
    result: z.object({
      counts: ledgerCountsSchema,
      reasons: z.array(z.object({ state: fileStateSchema, reason: fileReasonSchema.nullable(), count: z.number() })),
      documents: z.number(),
      coverage: coverageSchema,
    }),
  },
  listFiles: {
    params: ofMatter.extend({
      states: z.array(fileStateSchema).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    result: z.object({ total: z.number(), rows: z.array(ledgerRowSchema) }),
  },
} as const;

export type EngineCalls = typeof engineCalls;
export type EngineCall = keyof EngineCalls;
/** What a caller passes: defaults may be left out. */
export type Params<C extends EngineCall> = z.input<EngineCalls[C]['params']>;
/** What the engine sees after validation. */
export type ParsedParams<C extends EngineCall> = z.output<EngineCalls[C]['params']>;
export type Result<C extends EngineCall> = z.output<EngineCalls[C]['result']>;

/** What the engine tells without being asked. */
export const engineEvents = {
  /** A matter changed: its sources, counts, coverage or activity. At most four a second for each matter. */
  matter: matterSchema,
  matterDeleted: z.object({ matter: matterIdSchema }),
  /** A worker process died and was started again; the work went on. */
  recovered: z.object({ what: z.enum(['model', 'reader']) }),
} as const;

export type EngineEvents = typeof engineEvents;
export type EngineEvent = keyof EngineEvents;
export type EventPayload<E extends EngineEvent> = z.output<EngineEvents[E]>;

/** The engine as its callers see it: the same over a MessagePort and in the same process. */
export interface EngineClient {
  call<C extends EngineCall>(name: C, params: Params<C>, signal?: AbortSignal): Promise<Result<C>>;
  on<E extends EngineEvent>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}
