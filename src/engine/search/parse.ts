import { findCitations } from '../language/citations';
import { fold } from '../language/fold';
import { words } from '../language/words';

/** A question, as each part of the search reads it. */
export interface Question {
  /** For the embedder: as it was typed, without the marks of a phrase. */
  readonly text: string;
  /** Distinct words, in the order of the question. */
  readonly words: readonly string[];
  /** Folded texts between quotation marks: a passage must hold them to count as exact. */
  readonly phrases: readonly string[];
  /** Article and case numbers, as words of the index. */
  readonly citations: readonly string[];
}

/** Words beyond these are not searched: a pasted page is a question by its meaning. */
export const mostWords = 256;

const quoted = /"([^"]{2,200})"|“([^”]{2,200})”|「([^」]{2,200})」|『([^』]{2,200})』/gu;

/** Every string is a valid question. */
export function parse(query: string): Question {
  const phrases = [...query.matchAll(quoted)].map((match) =>
    fold(match.slice(1).find((text) => text !== undefined) ?? ''),
  );
  const text = query.replaceAll(quoted, (marked) => marked.slice(1, -1)).trim();
  const distinct = [...new Set(words(text))].slice(0, mostWords);
  const citations = [...new Set(findCitations(fold(text)).map((citation) => citation.word))];
  return { text, words: distinct, phrases: phrases.map(spaced).filter((phrase) => phrase !== ''), citations };
}

/** Folded phrases and texts are compared with single spaces: a line break in a contract does not end a phrase. */
export function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
