import { UnstyledButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useWording } from '../settings/use-wording';
import { FileRow } from './file-row';
import { PassageRow } from './passage-row';
import classes from './result-list.module.css';
import type { Row } from './rows';
import { useSearch } from './search-store';

const heights = { file: 44, passage: 104, fold: 30, more: 56 } as const;

export function ResultList(props: {
  readonly rows: readonly Row[];
  readonly onRead: () => void;
  readonly onSelect?: (() => void) | undefined;
}) {
  const { rows } = props;
  const words = useWording();
  const selected = useSearch((state) => state.selected);
  const answer = useSearch((state) => state.answer);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'passage'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    paddingStart: 4,
    paddingEnd: 24,
  });
  const at = rows.findIndex((row) => row.kind === 'passage' && row.passage.chunk === selected);

  // Another answer begins at its top; the same question asked again, for more or for what was learnt meanwhile, does not.
  const query = answer?.result.query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is what it is about
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [query]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection scrolls, not new rows around it
  useEffect(() => {
    if (at === -1) return;
    // The file's name is to be seen above its first passage.
    const top = rows[at - 1]?.kind === 'file' ? at - 1 : at;
    virtualizer.scrollToIndex(top === 0 ? 0 : at, { align: 'auto' });
    // Whoever moves through the list with the focus in it takes the focus along.
    if (list.current?.contains(document.activeElement)) {
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true }),
      );
    }
  }, [selected]);

  const count = rows.filter((row) => row.kind === 'passage').length;
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        ref={list}
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={words.search.resultsLabel(count)}
        data-testid="results"
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <RowContent
                  row={row}
                  selected={selected}
                  onRead={props.onRead}
                  onSelect={props.onSelect}
                  first={item.index === 1}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function RowContent(props: {
  readonly row: Row;
  readonly selected: number | null;
  /** Where nothing is selected, Tab enters the list at its first passage. */
  readonly first: boolean;
  readonly onRead: () => void;
  readonly onSelect?: (() => void) | undefined;
}) {
  const { row, selected } = props;
  const words = useWording();
  const toggle = useSearch((state) => state.toggleExpanded);
  const more = useSearch((state) => state.more);
  const select = useSearch((state) => state.select);
  switch (row.kind) {
    case 'file':
      return <FileRow document={row.document} />;
    case 'passage': {
      const { chunk } = row.passage;
      return (
        <PassageRow
          document={row.document}
          passage={row.passage}
          selected={chunk === selected}
          reachable={chunk === selected || (selected === null && props.first)}
          onSelect={() => {
            select(chunk);
            props.onSelect?.();
          }}
          onRead={() => {
            select(chunk);
            props.onRead();
          }}
        />
      );
    }
    case 'fold':
      return (
        <UnstyledButton
          className={classes.fold}
          onClick={() => toggle(row.document.id)}
          aria-expanded={row.hidden === 0}
        >
          {row.hidden > 0 ? words.search.moreInFile(row.hidden) : words.search.lessInFile}
        </UnstyledButton>
      );
    case 'more':
      return (
        <UnstyledButton className={classes.more} onClick={more}>
          {words.search.moreResults}
        </UnstyledButton>
      );
  }
}
