import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DesktopCall } from '../../contract/desktop';
import type { Passage } from '../../contract/search';
import { desktop } from '../engine';
import { useLanguage, useWording } from '../settings/use-wording';
import { notifyFailure } from '../shell/notice-store';
import { citationText, placeText } from './citation';
import classes from './preview-panel.module.css';
import type { Target } from './preview-store';

export function CitationBar(props: { readonly target: Target; readonly hit: Passage }) {
  const { target, hit } = props;
  const words = useWording();
  const language = useLanguage();
  const [copied, setCopied] = useState<number | null>(null);

  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const withFile = async (call: Extract<DesktopCall, 'openFile' | 'revealFile'>): Promise<void> => {
    const outcome = await desktop(call, { matter: target.matter, document: target.document.id });
    if (!outcome.ok) notifyFailure(outcome.failure);
  };
  const copy = async (): Promise<void> => {
    const outcome = await desktop('copyText', { text: citationText(target.document, hit, language) });
    if (outcome.ok) setCopied(hit.chunk);
    else notifyFailure(outcome.failure);
  };
  const place = placeText(target.document, hit, language);
  const done = copied === hit.chunk;
  return (
    <div className={classes.citation}>
      <span className={classes.place} title={place}>
        {place}
      </span>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={() => void withFile('revealFile')}>
          {words.preview.reveal}
        </Button>
        <Button size="xs" variant="default" onClick={() => void withFile('openFile')}>
          {words.preview.open}
        </Button>
        <Button
          size="xs"
          leftSection={done ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={() => void copy()}
          data-testid="copy-citation"
        >
          <span aria-live="polite">{done ? words.preview.copied : words.preview.copy}</span>
        </Button>
      </div>
    </div>
  );
}
