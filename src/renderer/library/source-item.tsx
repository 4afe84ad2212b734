import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconFile, IconFolder, IconPlugConnectedX, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Matter, Source } from '../../contract/matters';
import { numberText } from '../../wording/format';
import { useLanguage, useWording } from '../settings/use-wording';
import { ConfirmDialog } from './confirm-dialog';
import { useLibrary } from './library-store';
import { baseName } from './naming';
import classes from './sidebar.module.css';

export function SourceItem(props: { readonly matter: Matter; readonly source: Source }) {
  const { matter, source } = props;
  const words = useWording();
  const language = useLanguage();
  const unlink = useLibrary((state) => state.unlinkSource);
  const [removing, setRemoving] = useState(false);
  const name = baseName(source.path);
  const Icon = source.kind === 'folder' ? IconFolder : IconFile;

  return (
    <div className={classes.item} data-testid="source">
      <Tooltip
        label={source.available ? source.path : words.library.unavailable}
        multiline
        maw={320}
        openDelay={400}
        position="right"
        events={{ hover: true, focus: true, touch: false }}
      >
        <div
          className={classes.source}
          data-unavailable={!source.available || undefined}
          tabIndex={source.available ? undefined : 0}
        >
          {source.available ? (
            <Icon size={15} stroke={1.5} aria-hidden />
          ) : (
            <IconPlugConnectedX size={15} stroke={1.75} role="img" aria-label={words.library.unavailable} />
          )}
          <span className={classes.name}>{name}</span>
          <span className={classes.count}>{numberText(source.files, language)}</span>
        </div>
      </Tooltip>
      <Menu shadow="md" position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon
            className={classes.menu ?? ''}
            variant="subtle"
            color="gray"
            size={22}
            aria-label={words.library.sourceMenu(name)}
          >
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconX size={15} stroke={1.75} />} onClick={() => setRemoving(true)}>
            {words.library.removeSource}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={removing}
        title={words.library.removeSourceTitle(name)}
        text={words.library.removeSourceText}
        action={words.library.removeSourceConfirm}
        onClose={() => setRemoving(false)}
        // The engine answers when the index is in line again, which is shown as its activity.
        onConfirm={() => void unlink(matter.id, source.id)}
      />
    </div>
  );
}
