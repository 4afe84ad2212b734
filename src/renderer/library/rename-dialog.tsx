import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../contract/errors';
import type { Matter } from '../../contract/matters';
import { failureText } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import { useLibrary } from './library-store';

export function RenameDialog(props: { readonly matter: Matter; readonly onClose: () => void }) {
  const words = useWording();
  const language = useLanguage();
  const rename = useLibrary((state) => state.rename);
  const [name, setName] = useState(props.matter.name);
  const [failure, setFailure] = useState<Failure | null>(null);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const failed = await rename(props.matter.id, name);
    if (failed) setFailure(failed);
    else props.onClose();
  };
  const advice = failure && failureText(failure, language);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={words.library.renameTitle}
      closeButtonProps={{ 'aria-label': words.common.close }}
      centered
      size={420}
    >
      <form onSubmit={(event) => void save(event)}>
        <TextInput
          label={words.library.name}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFailure(null);
          }}
          onFocus={(event) => event.currentTarget.select()}
          error={advice && `${advice.title}${words.common.sentence}${advice.whatToDo}`}
          data-autofocus
        />
        <Group justify="flex-end" mt={20} gap={8}>
          <Button variant="default" onClick={props.onClose}>
            {words.common.cancel}
          </Button>
          <Button type="submit">{words.common.save}</Button>
        </Group>
      </form>
    </Modal>
  );
}
