import type { Passage, SearchMode } from '../../contract/search';
import type { Candidate } from './candidates';

/** A candidate with its score and what each part adds to it. */
export interface Scored {
  readonly chunk: number;
  readonly document: number;
  readonly score: number;
  readonly parts: Passage['parts'];
}

/** What each part weighs. Chosen by `quaere eval`; the figures stand in ARCHITECTURE.md. */
const semanticWeight = 0.7;
const lexicalWeight = 0.3;
/** Times the third power: a question that holds half of a name has hardly named it. */
const documentWeight = 0.4;
/** More than all others together: what is exact is never outranked by a resemblance. */
const exactWeight = 1.5;

export interface Fusion {
  readonly mode: SearchMode;
  /** The smallest cosine that any chunk of the matter may be expected to have with this question. */
  readonly floor: number;
  /** How far the question names a document, from 0 to 1. */
  readonly named: (document: number) => number;
  /** Chunks that hold what the question quotes or cites. */
  readonly exact: ReadonlySet<number>;
}

/**
 * One score for each candidate, best first. Cosines and BM25 are brought to one scale first, each from the least that
 * the matter holds (`floor`; 0 for BM25) to the best of this question: raw, this model's cosines lie so close together
 * that they would hardly count.
 */
export function fuse(candidates: readonly Candidate[], fusion: Fusion): Scored[] {
  const bestBm25 = Math.max(...candidates.map((candidate) => candidate.bm25), Number.MIN_VALUE);
  const cosines = candidates.map((candidate) => candidate.cosine ?? Number.NEGATIVE_INFINITY);
  const range = Math.max(Math.max(...cosines, fusion.floor) - fusion.floor, Number.EPSILON);
  return candidates
    .map((candidate) => {
      const lexical = candidate.bm25 / bestBm25;
      const semantic = candidate.cosine === null ? null : Math.max(0, candidate.cosine - fusion.floor) / range;
      const parts = {
        ...weigh(lexical, semantic, fusion.mode, fusion.named(candidate.document)),
        exact: fusion.exact.has(candidate.chunk) ? exactWeight : 0,
      };
      const score = parts.semantic + parts.lexical + parts.document + parts.exact;
      return { chunk: candidate.chunk, document: candidate.document, score, parts };
    })
    .sort((a, b) => b.score - a.score || a.chunk - b.chunk);
}

function weigh(lexical: number, semantic: number | null, mode: SearchMode, named: number) {
  if (mode === 'lexical') return { semantic: 0, lexical, document: 0 };
  if (mode === 'semantic') return { semantic: semantic ?? 0, lexical: 0, document: 0 };
  const document = documentWeight * named ** 3;
  // Without a vector yet, a chunk is judged by its words alone.
  if (semantic === null) return { semantic: 0, lexical, document };
  return { semantic: semanticWeight * semantic, lexical: lexicalWeight * lexical, document };
}
