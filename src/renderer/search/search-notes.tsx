import type { SearchNote } from '../../contract/search';
import type { Wording } from '../../wording/en';
import { percentText } from '../../wording/format';
import { useWording } from '../settings/use-wording';
import classes from './search-panel.module.css';

/** What limits the answer, as one calm line. */
export function SearchNotes(props: { readonly notes: readonly SearchNote[] }) {
  const words = useWording();
  if (props.notes.length === 0) return null;
  return (
    <p className={classes.notes} data-testid="notes">
      {props.notes.map((note) => noteText(note, words)).join(' ')}
    </p>
  );
}

function noteText(note: SearchNote, words: Wording): string {
  switch (note.kind) {
    case 'question-shortened':
      return words.search.note.shortened(note.characters);
    case 'words-only':
      return words.search.note.wordsOnly;
    case 'vectors-incomplete':
      return words.search.note.incomplete(percentText(note.vectors, note.chunks));
  }
}
