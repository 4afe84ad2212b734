import { Button, Modal, Stack } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { useWording } from '../settings/use-wording';
import { addTo, addToNew, nameForNew, useAdding } from './adding';
import { useOpenMatter } from './library-store';
import { baseName } from './naming';

/** Something was dropped while a matter is open: is it more of this one, or another one? */
export function AddDialog() {
  const words = useWording();
  const asked = useAdding((state) => state.asked);
  const matter = useOpenMatter();
  const close = (): void => useAdding.setState({ asked: null });
  const [first] = asked ?? [];
  return (
    <Modal
      opened={asked !== null && matter !== null}
      onClose={close}
      title={words.library.addTitle}
      closeButtonProps={{ 'aria-label': words.common.close }}
      centered
      size={440}
    >
      {asked && matter && first && (
        <>
          <p>{words.library.addedThings(baseName(first.path), asked.length - 1)}</p>
          <Stack gap={8} mt={16}>
            <Button
              justify="flex-start"
              leftSection={<IconFolderPlus size={16} stroke={1.75} />}
              onClick={() => void addTo(matter, asked)}
              data-autofocus
            >
              {words.library.addTo(matter.name)}
            </Button>
            <Button
              variant="default"
              justify="flex-start"
              leftSection={<IconPlus size={16} stroke={1.75} />}
              onClick={() => void addToNew(asked)}
            >
              {words.library.addNew(nameForNew(asked))}
            </Button>
          </Stack>
        </>
      )}
    </Modal>
  );
}
