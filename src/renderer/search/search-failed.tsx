import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '../../contract/errors';
import { failureText } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './search-panel.module.css';
import { useSearch } from './search-store';

export function SearchFailed(props: { readonly failure: Failure }) {
  const words = useWording();
  const language = useLanguage();
  const submit = useSearch((state) => state.submit);
  const { title, whatToDo } = failureText(props.failure, language);
  return (
    <Alert
      className={classes.failed ?? ''}
      color="red"
      icon={<IconAlertTriangle />}
      title={title}
      data-testid="search-failed"
    >
      <p>{whatToDo}</p>
      <Button size="xs" variant="default" mt={12} onClick={() => submit()}>
        {words.common.tryAgain}
      </Button>
    </Alert>
  );
}
