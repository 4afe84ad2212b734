import { QuaereError } from '../../contract/errors';
import type { SearchMode, SearchNote, SearchResult } from '../../contract/search';
import type { Embedder } from '../models/embedder';
import type { MatterStore } from '../store/matter-store';
import { gather } from './candidates';
import type { DocumentNames } from './document-names';
import { findExact } from './exact';
import type { Floor } from './floor';
import { fuse } from './fuse';
import { parse, type Question } from './parse';
import { passages } from './passages';
import { threshold } from './threshold';

/** What a search reads of a matter. */
export interface SearchContext {
  readonly store: MatterStore;
  readonly embedder: Embedder;
  readonly names: DocumentNames;
  readonly floor: Floor;
}

export interface SearchRequest {
  readonly query: string;
  readonly mode: SearchMode;
  readonly limit: number;
  readonly threshold: boolean;
}

/** Each list is this deep, or deeper where more results are wanted. */
const depth = 200;

/**
 * The path of a question.
 *
 * 1. parse: its words, phrases, citations.
 * 2. lexical ∥ semantic: BM25 over the words, cosine with the question's vector.
 * 3. fuse: both on one scale, with evidence for the document that the question names; what is exact comes first.
 * 4. threshold: what falls far behind the best is left out.
 * 5. passages: read, marked, grouped by file.
 */
export async function search(
  context: SearchContext,
  request: SearchRequest,
  signal?: AbortSignal,
): Promise<SearchResult> {
  const { store } = context;
  const watch = new Stopwatch();
  const notes: SearchNote[] = [];
  const question = parse(request.query);
  const found = Math.max(depth, request.limit * 2);
  /** When the model cannot be used, words answer alone and a note says why; unless meaning alone was asked for. */
  const orWords = (error: unknown): null => {
    const isOfModel = error instanceof QuaereError && error.failure.kind !== 'cancelled';
    if (!isOfModel || request.mode === 'semantic') throw error;
    notes.push({ kind: 'words-only', failure: error.failure });
    return null;
  };

  const [lexical, semantic, exact] = await Promise.all([
    request.mode === 'semantic' ? [] : watch.time('lexical', () => store.chunks.search(question.words, found)),
    request.mode === 'lexical' ? null : meaning(context, question, found, watch, notes, signal).catch(orWords),
    request.mode === 'semantic' ? [] : findExact(store, question),
  ]);
  signal?.throwIfAborted();

  const candidates = await gather(
    { lexical, semantic: semantic?.hits ?? [], exact },
    async (chunks) => (request.mode === 'semantic' ? [] : store.chunks.search(question.words, chunks.length, chunks)),
    async (chunks) => (semantic === null ? [] : store.vectors.search(semantic.vector, chunks.length, chunks)),
  );
  const coverage = context.names.coverage(question.words);
  const ranked = fuse(candidates, {
    mode: semantic === null ? 'lexical' : request.mode,
    floor: semantic === null ? 0 : context.floor.of(semantic.vector),
    named: (document) => coverage.get(document) ?? 0,
    exact: new Set(exact.map((hit) => hit.chunk)),
  });
  const kept = request.threshold ? threshold(ranked) : ranked;
  const groups = await passages(context, question, kept.slice(0, request.limit));
  signal?.throwIfAborted();
  return { query: request.query, took: watch.took(), groups, notes };
}

/** The semantic half; null when there is nothing to compare. */
async function meaning(
  { store, embedder, floor }: SearchContext,
  question: Question,
  limit: number,
  watch: Stopwatch,
  notes: SearchNote[],
  signal: AbortSignal | undefined,
) {
  // Of punctuation alone the model makes a vector too, and everything resembles it.
  if (question.words.length === 0) return null;
  const query = await watch.time('embed', () => embedder.embedQuery(question.text, signal));
  if (query.shortenedTo !== null) notes.push({ kind: 'question-shortened', characters: query.shortenedTo });
  const [chunks, vectors] = await Promise.all([store.chunks.count(), store.vectors.count()]);
  if (vectors < chunks) notes.push({ kind: 'vectors-incomplete', chunks, vectors });
  if (vectors === 0) return null;
  await floor.refresh(vectors);
  const hits = await watch.time('semantic', () => store.vectors.search(query.vector, limit));
  return { vector: query.vector, hits };
}

type Lap = 'embed' | 'lexical' | 'semantic';

class Stopwatch {
  private readonly began = performance.now();
  private readonly laps: Record<Lap, number> = { embed: 0, lexical: 0, semantic: 0 };

  async time<Value>(lap: Lap, work: () => Promise<Value>): Promise<Value> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.laps[lap] += performance.now() - began;
    }
  }

  took(): SearchResult['took'] {
    const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
    const { embed, lexical, semantic } = this.laps;
    return {
      total: round(performance.now() - this.began),
      embed: round(embed),
      lexical: round(lexical),
      semantic: round(semantic),
    };
  }
}
