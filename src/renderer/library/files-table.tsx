import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { LedgerRow } from '../../contract/ledger';
import { dateText, sizeText } from '../../wording/format';
import { fileReasonText, fileStateText } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './files-dialog.module.css';
import { useFiles } from './files-store';

const ROW = 32;

export function FilesTable() {
  const words = useWording();
  const { total, rows, need, filter } = useFiles();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that a refresh dropped are needed again
  useEffect(() => {
    if (first !== undefined) need(first);
    if (last !== undefined) need(last);
  }, [first, last, need, rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [filter]);

  if (total === 0) return <p className={classes.none}>{words.files.none}</p>;
  return (
    <div ref={scroller} className={classes.table}>
      <ul className={classes.rows} style={{ height: virtualizer.getTotalSize() }} aria-label={words.files.list}>
        {items.map((item) => (
          <li
            key={item.key}
            className={classes.row}
            style={{ height: ROW, transform: `translateY(${item.start}px)` }}
            aria-setsize={total ?? -1}
            aria-posinset={item.index + 1}
            data-testid="file-row"
          >
            <Cells row={rows.get(item.index)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Cells(props: { readonly row: LedgerRow | undefined }) {
  const words = useWording();
  const language = useLanguage();
  const { row } = props;
  if (!row) return <span>{words.files.loading}</span>;
  const reason = row.reason ? fileReasonText(row.reason, language).title : fileStateText(row.state, language);
  return (
    <>
      <span className={classes.path} title={row.file}>
        <bdi>{row.path}</bdi>
      </span>
      <span className={classes.reason} title={row.detail ?? reason} data-state={row.state}>
        {reason}
      </span>
      <span className={classes.number}>{sizeText(row.size, language)}</span>
      <span className={classes.number}>{dateText(row.modified, language)}</span>
    </>
  );
}
