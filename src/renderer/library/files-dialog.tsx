import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { LedgerCounts } from '../../contract/ledger';
import { numberText } from '../../wording/format';
import { fileStateText } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './files-dialog.module.css';
import { type FilesFilter, useFiles } from './files-store';
import { FilesTable } from './files-table';
import { indexMatter } from './indexing';
import { useOpenMatter } from './library-store';
import { ReasonList } from './reason-list';

const filters: readonly FilesFilter[] = [
  'not-searchable',
  'failed',
  'unsupported',
  'skipped',
  'waiting',
  'indexed',
  'all',
];

export function FilesDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { opened } = props;
  const words = useWording();
  const language = useLanguage();
  const matter = useOpenMatter();
  const { filter, open, refresh } = useFiles();
  const id = matter?.id ?? null;
  const counts = matter?.counts;
  const busy = matter !== null && matter.activity.phase !== 'idle' && matter.activity.phase !== 'stopped';

  // biome-ignore lint/correctness/useExhaustiveDependencies: later counts must not change what the user looks at
  useEffect(() => {
    if (opened && id) open(id, countOf('not-searchable', counts) > 0 ? 'not-searchable' : 'all');
  }, [opened, id]);

  // One string of all counts: the rows are read anew when any of them moved.
  const signature = counts ? Object.values(counts).join() : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature is what it is about
  useEffect(() => {
    if (opened) refresh();
  }, [opened, refresh, signature]);

  const label = (of: FilesFilter): string => {
    if (of === 'all') return words.files.all;
    return of === 'not-searchable' ? words.files.notSearchable : fileStateText(of, language);
  };
  const shown = filters.filter((of) => of === 'all' || of === 'indexed' || of === filter || countOf(of, counts) > 0);

  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={words.files.title}
      closeButtonProps={{ 'aria-label': words.common.close }}
      centered
      size={940}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {matter && (
        <>
          <div className={classes.head}>
            <span>{words.files.summary(matter.counts.indexed, matter.counts.discovered)}</span>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRefresh size={14} />}
              disabled={busy || matter.counts.failed === 0}
              onClick={() => void indexMatter(matter.id, { retryFailed: true })}
            >
              {words.files.retry}
            </Button>
          </div>
          <SegmentedControl
            className={classes.filters ?? ''}
            size="xs"
            value={filter}
            onChange={(value) => {
              const chosen = filters.find((of) => of === value);
              if (chosen) open(matter.id, chosen);
            }}
            data={shown.map((of) => ({
              value: of,
              label: `${label(of)} ${numberText(countOf(of, matter.counts), language)}`,
            }))}
          />
          <ReasonList />
          <FilesTable />
        </>
      )}
    </Modal>
  );
}

function countOf(filter: FilesFilter, counts: LedgerCounts | undefined): number {
  if (!counts) return 0;
  if (filter === 'all') return counts.discovered;
  return filter === 'not-searchable' ? counts.failed + counts.unsupported + counts.skipped : counts[filter];
}
