import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Matter } from '../../contract/matters';
import { numberText } from '../../wording/format';
import { useLanguage, useWording } from '../settings/use-wording';
import { ConfirmDialog } from './confirm-dialog';
import { indexMatter } from './indexing';
import { useLibrary } from './library-store';
import { RenameDialog } from './rename-dialog';
import classes from './sidebar.module.css';

export function MatterItem(props: { readonly matter: Matter; readonly open: boolean }) {
  const { matter, open } = props;
  const words = useWording();
  const language = useLanguage();
  const library = useLibrary();
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null);

  return (
    <div className={classes.item} data-open={open || undefined}>
      <UnstyledButton
        className={classes.itemButton}
        aria-current={open ? 'page' : undefined}
        title={matter.name}
        onClick={() => library.open(matter.id)}
        data-testid="matter"
      >
        <span className={classes.name}>{matter.name}</span>
        {matter.sample && <span className={classes.badge}>{words.library.sampleBadge}</span>}
        <span className={classes.count} title={words.library.filesInMatter(matter.counts.discovered)}>
          {numberText(matter.counts.discovered, language)}
        </span>
      </UnstyledButton>
      <Menu shadow="md" position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon
            className={classes.menu ?? ''}
            variant="subtle"
            color="gray"
            size={22}
            aria-label={words.library.matterMenu(matter.name)}
          >
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={15} stroke={1.75} />}
            disabled={matter.activity.phase !== 'idle' && matter.activity.phase !== 'stopped'}
            onClick={() => void indexMatter(matter.id)}
          >
            {words.library.checkAgain}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={15} stroke={1.75} />} onClick={() => setDialog('rename')}>
            {words.library.rename}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} stroke={1.75} />}
            onClick={() => setDialog('remove')}
          >
            {words.library.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && <RenameDialog matter={matter} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        opened={dialog === 'remove'}
        title={words.library.removeTitle(matter.name)}
        text={words.library.removeText}
        action={words.library.removeConfirm}
        onClose={() => setDialog(null)}
        onConfirm={() => library.remove(matter.id)}
      />
    </div>
  );
}
