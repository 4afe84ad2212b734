import { Menu } from '@mantine/core';
import { IconFiles, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWording } from '../settings/use-wording';
import type { Added } from './naming';

/** Folder or files: on Windows and Linux one dialog of the system cannot offer both. */
export function AddMenu(props: {
  readonly label: string;
  readonly target: ReactNode;
  readonly onChoose: (kind: Added['kind']) => void;
}) {
  const words = useWording();
  return (
    <Menu shadow="md" position="bottom-start" width={180} aria-label={props.label}>
      <Menu.Target>{props.target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolder size={15} stroke={1.75} />} onClick={() => props.onChoose('folder')}>
          {words.library.addFolder}
        </Menu.Item>
        <Menu.Item leftSection={<IconFiles size={15} stroke={1.75} />} onClick={() => props.onChoose('file')}>
          {words.library.addFiles}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
