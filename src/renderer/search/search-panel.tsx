import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { tookText } from '../../wording/format';
import { ActivityStrip } from '../library/activity-strip';
import { useOpenMatter } from '../library/library-store';
import { useLanguage, useWording } from '../settings/use-wording';
import { NoResult } from './no-result';
import { ResultList } from './result-list';
import { neighbour, rowsOf } from './rows';
import { SearchFailed } from './search-failed';
import { SearchField } from './search-field';
import { SearchNotes } from './search-notes';
import classes from './search-panel.module.css';
import { isSettled, nextLimit, passagesOf, useSearch } from './search-store';
import { Welcome } from './welcome';

export function SearchPanel(props: {
  readonly field: RefObject<HTMLInputElement | null>;
  /** The user wants to read the selected passage. */
  readonly onRead: () => void;
  /** A passage was clicked. */
  readonly onSelect?: (() => void) | undefined;
  readonly onFiles: () => void;
}) {
  const words = useWording();
  const language = useLanguage();
  const matter = useOpenMatter();
  const search = useSearch();
  const { answer, expanded, selected, failure } = search;
  const rows = useMemo(
    () => (answer ? rowsOf(answer.result, expanded, nextLimit(answer) !== null) : []),
    [answer, expanded],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    // The arrows and Enter belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // What is open above the results, such as an explanation, has keys of its own.
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    if (event.target.getAttribute('aria-expanded') === 'true' && event.key === 'Escape') return;
    const inField = event.target === props.field.current;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = neighbour(rows, selected, event.key === 'ArrowDown' ? 1 : -1);
      if (next === null) return;
      event.preventDefault();
      search.select(next);
    } else if (event.key === 'Enter' && inField) {
      event.preventDefault();
      if (!isSettled(search)) search.submit();
      else if (selected !== null) props.onRead();
    } else if (event.key === 'Escape') {
      if (inField) search.type('');
      else props.field.current?.focus();
    }
  };

  const count = answer ? passagesOf(answer).length : 0;
  const summary = answer
    ? words.search.summary(count, answer.result.groups.length, tookText(answer.result.took.total, language))
    : '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field and of the list, which both lie in it
    <div className={classes.panel} onKeyDown={onKeyDown}>
      <div className={classes.bar}>
        <SearchField field={props.field} disabled={!matter} />
        {answer && count > 0 && (
          <div className={classes.summary} data-testid="summary">
            <span>{summary}</span>
            {answer.mode === 'lexical' && <span className={classes.mode}>{words.search.byWords}</span>}
          </div>
        )}
        {answer && <SearchNotes notes={answer.result.notes} />}
      </div>
      {matter && <ActivityStrip matter={matter} />}
      <VisuallyHidden role="status" aria-live="polite">
        {isSettled(search) ? summary : ''}
      </VisuallyHidden>
      {failure && <SearchFailed failure={failure} />}
      {answer && count > 0 && <ResultList rows={rows} onRead={props.onRead} onSelect={props.onSelect} />}
      {answer && count === 0 && !failure && <NoResult answer={answer} onFiles={props.onFiles} />}
      {!answer && !failure && <Welcome onFiles={props.onFiles} />}
    </div>
  );
}
