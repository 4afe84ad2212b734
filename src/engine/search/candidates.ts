import type { Hit } from '../store/chunks';

/** A chunk that one of the searches found, with its true score in both: neither list is long enough to say "none". */
export interface Candidate {
  readonly chunk: number;
  readonly document: number;
  /** BM25; 0 when it holds none of the words. */
  readonly bm25: number;
  /** Cosine with the question's vector; null while the chunk has no vector, and when only words are searched. */
  readonly cosine: number | null;
}

/** Either search, limited to some chunks. */
export type Rescore = (chunks: readonly number[]) => Promise<readonly Hit[]>;

/** What each search found, best first. */
export interface Found {
  readonly lexical: readonly Hit[];
  readonly semantic: readonly Hit[];
  /** Found by a phrase or a citation alone: the scores are not those of the question. */
  readonly exact: readonly Hit[];
}

/**
 * The union of what was found. A chunk that stands in one list only is looked up in the other search: a missing score
 * is not a bad one.
 */
export async function gather(found: Found, lexicalAmong: Rescore, semanticAmong: Rescore): Promise<Candidate[]> {
  const documents = new Map<number, number>();
  for (const hits of [found.lexical, found.semantic, found.exact]) {
    for (const hit of hits) documents.set(hit.chunk, hit.document);
  }
  const bm25 = scores(found.lexical);
  const cosine = scores(found.semantic);
  const without = (known: ReadonlyMap<number, number>) => [...documents.keys()].filter((chunk) => !known.has(chunk));
  const [moreLexical, moreSemantic] = await Promise.all([lexicalAmong(without(bm25)), semanticAmong(without(cosine))]);
  for (const hit of moreLexical) bm25.set(hit.chunk, hit.score);
  for (const hit of moreSemantic) cosine.set(hit.chunk, hit.score);
  return [...documents].map(([chunk, document]) => ({
    chunk,
    document,
    bm25: bm25.get(chunk) ?? 0,
    cosine: cosine.get(chunk) ?? null,
  }));
}

function scores(hits: readonly Hit[]): Map<number, number> {
  return new Map(hits.map((hit) => [hit.chunk, hit.score]));
}
