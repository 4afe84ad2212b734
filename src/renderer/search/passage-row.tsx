import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useMemo } from 'react';
import type { DocumentSummary, Passage } from '../../contract/search';
import { layerText } from '../../wording/layers';
import { headingsIn } from '../preview/citation';
import { useLanguage, useWording } from '../settings/use-wording';
import { excerptStart } from './excerpt';
import { Highlighted } from './highlighted';
import classes from './result-list.module.css';
import { markdownMarkup, NO_MARKUP, segmentsOf } from './segments';
import { Why } from './why';

export function PassageRow(props: {
  readonly document: DocumentSummary;
  readonly passage: Passage;
  readonly selected: boolean;
  readonly reachable: boolean;
  readonly onSelect: () => void;
  readonly onRead: () => void;
}) {
  const { document, passage, selected } = props;
  const words = useWording();
  const tag = layerText(passage.layer, useLanguage());
  const [before, excerpt] = useMemo(() => {
    const start = excerptStart(passage.text, passage.highlights);
    const text = passage.text.slice(start);
    const marks = passage.highlights.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
    const markup = document.format === 'markdown' ? markdownMarkup(text) : NO_MARKUP;
    return [
      passage.text.slice(0, start),
      segmentsOf(
        text,
        marks.filter((mark) => mark.start >= 0),
        markup,
      ),
    ];
  }, [passage, document.format]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    props.onRead();
  };
  return (
    <div
      className={classes.passage}
      data-selected={selected || undefined}
      data-testid="passage"
      data-rank={passage.rank}
    >
      <button
        type="button"
        className={classes.open}
        tabIndex={props.reachable ? 0 : -1}
        aria-current={selected ? 'true' : undefined}
        onClick={props.onSelect}
        onDoubleClick={props.onRead}
        onKeyDown={onKeyDown}
      >
        <span className={classes.place}>
          <span className={classes.rank} title={words.search.rank(passage.rank)}>
            {passage.rank}
          </span>
          <span className={classes.headings}>{headingsIn(document, passage).join(words.common.under)}</span>
          {tag !== null && <span className={classes.tag}>{tag}</span>}
          {passage.page !== null && <span className={classes.page}>{words.search.page(passage.page)}</span>}
        </span>
        <span
          className={classes.text}
          data-later={before !== '' || undefined}
          data-unmarked={passage.highlights.length === 0 || undefined}
        >
          {before !== '' && <VisuallyHidden component="span">{before}</VisuallyHidden>}
          <Highlighted segments={excerpt} />
        </span>
      </button>
      <Why passage={passage} />
    </div>
  );
}
