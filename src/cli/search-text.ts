import type { Matter } from '../contract/matters';
import type { SearchNote, SearchResult } from '../contract/search';
import { countText } from '../wording/count';
import { numberText, tookText } from '../wording/format';
import { failureText } from '../wording/wording';
import { passageText } from './passage-text';
import type { Terminal } from './terminal';

/** Writes an answer for people: passages in the order of their rank, then a line that sums up. */
export function writeAnswer(result: SearchResult, matter: Matter, terminal: Terminal): void {
  const { words, language } = terminal;
  if (result.groups.length === 0) {
    terminal.write(matter.documents === 0 ? words.search.nothingAtAll : words.search.nothing);
    return;
  }
  const found = writePassages(result, terminal);
  const passages = countText(found, 'passage', language);
  const documents = countText(result.groups.length, 'document', language);
  terminal.write(words.search.found(passages, documents, tookText(result.took.total, language)));
}

/** Writes the passages, each with an empty line behind it, and returns how many there are. */
export function writePassages({ groups }: SearchResult, terminal: Terminal): number {
  const found = groups
    .flatMap(({ document, passages }) => passages.map((passage) => ({ document, passage })))
    .toSorted((a, b) => a.passage.rank - b.passage.rank);
  for (const { document, passage } of found) terminal.write(`${passageText(document, passage, terminal)}\n`);
  return found.length;
}

/** Says what the answer lacks. */
export function sayNotes(notes: readonly SearchNote[], terminal: Terminal): void {
  for (const note of notes) terminal.say(noteText(note, terminal));
}

function noteText(note: SearchNote, { words, language }: Terminal): string {
  switch (note.kind) {
    case 'question-shortened':
      return words.search.shortened(numberText(note.characters, language));
    case 'words-only':
      return words.search.wordsOnly(failureText(note.failure, language).title);
    case 'vectors-incomplete':
      return words.search.incomplete(numberText(note.vectors, language), numberText(note.chunks, language));
  }
}
