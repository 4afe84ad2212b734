import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { indexMatter } from '../library/indexing';
import { useWording } from '../settings/use-wording';
import classes from './preview-panel.module.css';

/** The file is no longer the one that was indexed: what is read here may not be what it says now. */
export function SourceWarning(props: { readonly matter: string; readonly source: 'changed' | 'missing' }) {
  const words = useWording();
  return (
    <div className={classes.warning} role="alert" data-testid="source-warning">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>{props.source === 'changed' ? words.preview.changed : words.preview.missing}</span>
      <Button size="compact-xs" variant="default" onClick={() => void indexMatter(props.matter)}>
        {words.preview.checkAgain}
      </Button>
    </div>
  );
}
