import { findCitations } from '../language/citations';
import { fold } from '../language/fold';
import { words } from '../language/words';
import type { Hit } from '../store/chunks';
import type { MatterStore } from '../store/matter-store';
import type { ChunkRow } from '../store/rows';
import { type Question, spaced } from './parse';

/** Chunks that are looked through for a phrase or a cited place; where more hold all its words, it says little. */
const mostLookedAt = 1000;

/**
 * The passages that hold a phrase which the question quotes, or that are the article, clause or case which it cites.
 * These are never outranked by what only resembles the question.
 */
export async function findExact(store: MatterStore, question: Question): Promise<readonly Hit[]> {
  const phrases = question.phrases.map((phrase) => store.chunks.search([...new Set(words(phrase))], mostLookedAt));
  const cited = question.citations.map((word) => store.chunks.searchHolding([word], question.words, mostLookedAt));
  const hits = new Map((await Promise.all([...phrases, ...cited])).flat().map((hit) => [hit.chunk, hit]));
  const rows = await store.chunks.read([...hits.keys()]);
  return rows.filter((row) => isExact(row, question)).flatMap((row) => hits.get(row.id) ?? []);
}

function isExact(row: ChunkRow, question: Question): boolean {
  if (question.phrases.length > 0) {
    const text = spaced(fold(row.text));
    return question.phrases.every((phrase) => text.includes(phrase));
  }
  return question.citations.some((citation) => isPlace(row, citation));
}

/** The article itself, not a text that refers to it; a case is wherever its number stands. */
function isPlace(row: ChunkRow, citation: string): boolean {
  if (citation.startsWith('案')) return findCitations(fold(row.text)).some((found) => found.word === citation);
  return [row.text, ...row.heading].some((text) => {
    const [first] = findCitations(fold(text.slice(0, 40)));
    return first !== undefined && first.start === 0 && first.word === citation;
  });
}
