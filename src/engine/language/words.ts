import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { stemmer } from 'stemmer';
import { findCitations } from './citations';
import { fold } from './fold';

/** Part of what a matter's index is built with: a change here means that all words are indexed anew. */
export const WORDS_VERSION = 1;

const jieba = Jieba.withDict(dict);

// Latin and other alphabetic words with inner apostrophes, hyphens and dots; numbers with separators; runs of Han.
const run = /[[\p{L}\p{N}]--\p{Script=Han}]+(?:['.,\-_\/\&][[\p{L}\p{N}]--\p{Script=Han}]+)*|\p{Script=Han}+/gv;
const han = /^\p{Script=Han}/u;
const number = /^\d+(?:[.,]\d+)*$/;
const longest = 64;

/**
 * The words of a text as the index has them, in the order of the text: folded, Chinese cut by jieba for search (long
 * words and the words in them), English stemmed, citations as one word whatever their spelling.
 * None contains white space, so that a field of them can be indexed with a white space tokenizer.
 */
export function words(text: string): string[] {
  const folded = fold(text);
  const found: string[] = [];
  let at = 0;
  for (const citation of findCitations(folded)) {
    wordsOfRuns(folded.slice(at, citation.start), found);
    found.push(citation.word);
    at = citation.end;
  }
  wordsOfRuns(at === 0 ? folded : folded.slice(at), found);
  return found;
}

function wordsOfRuns(folded: string, found: string[]): void {
  for (const [text] of folded.matchAll(run)) {
    if (han.test(text)) found.push(...jieba.cutForSearch(text, true));
    else alphabetic(text, found);
  }
}

function alphabetic(text: string, found: string[]): void {
  if (number.test(text)) {
    found.push(text.replaceAll(',', '').slice(0, longest));
    return;
  }
  const parts = text.split(/['.,\-_/&]/u);
  for (const part of parts) if (part.length > 0) found.push(stem(part).slice(0, longest));
}

/** One English word cut to its stem (Porter); anything else as it is. */
export function stem(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}
