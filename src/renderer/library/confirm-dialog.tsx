import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useWording } from '../settings/use-wording';

/** Asks before something is taken away. The focus is on the button that changes nothing. */
export function ConfirmDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onClose: () => void;
  /** The dialog stays until it is done. */
  readonly onConfirm: () => void | Promise<void>;
}) {
  const words = useWording();
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await props.onConfirm();
    setBusy(false);
    props.onClose();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': words.common.close }}
      centered
      size={420}
    >
      {props.text}
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {words.common.cancel}
        </Button>
        <Button color="red" loading={busy} onClick={() => void confirm()}>
          {props.action}
        </Button>
      </Group>
    </Modal>
  );
}
