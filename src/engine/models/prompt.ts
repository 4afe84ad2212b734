import { cleanForEmbedding } from '../language/clean';
import type { Passage } from './embedder';

/** Part of the fingerprint: raise it with any change to what `composePassage` or `composeQuery` returns. */
export const COMPOSITION_VERSION = 2;

/** The prompts of the E5 models (arXiv:2402.05672, section 3). */
export const E5_PROMPTS = { passage: 'passage: ', query: 'query: ' } as const;

/** Code points of the cleaned title, and of the heading path: what is in front leaves most of the model's window to the text. */
const titleLimit = 120;
const headingLimit = 160;

/**
 * The parts that a Chinese law is divided into. An article says what it says by itself; the names of its part, chapter
 * and section only blur it: with them, recall@10 by meaning fell from .710 to .680 (3,500 articles, 500 questions).
 */
const division = /^第\s?[零〇一二三四五六七八九十百千\d]{1,9}\s?(?:编|分编|章|节)(?=$|\s|[^的])/u;

/** What the model reads of a passage: the prompt, the title, the heading path and the text, each cleaned. */
export function composePassage(passage: Passage): string {
  const title = cut(cleanForEmbedding(passage.title), titleLimit);
  const headings = passage.heading
    .filter((heading) => !division.test(heading))
    .map(cleanForEmbedding)
    .filter((heading) => heading !== '' && heading !== title);
  const parts = [title, ...innermost(headings), cleanForEmbedding(passage.text)];
  return E5_PROMPTS.passage + parts.filter((part) => part !== '').join(' ');
}

export function composeQuery(query: string): string {
  return E5_PROMPTS.query + cleanForEmbedding(query);
}

/** As many headings as fit, from the nearest outwards, since the nearest says most about the text. */
function innermost(headings: readonly string[]): string[] {
  const kept: string[] = [];
  let room = headingLimit;
  for (const heading of headings.toReversed()) {
    const part = cut(heading, room);
    if (part === '') break;
    kept.unshift(part);
    room -= [...part].length;
  }
  return kept;
}

function cut(text: string, limit: number): string {
  // A code point is one or two units.
  return text.length <= limit
    ? text
    : Array.from(text.slice(0, limit * 2))
        .slice(0, limit)
        .join('')
        .trimEnd();
}
