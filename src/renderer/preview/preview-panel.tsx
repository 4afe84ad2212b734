import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { failureText } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import { CitationBar } from './citation-bar';
import { DocumentText } from './document-text';
import { HitSteps, useStep } from './hit-steps';
import classes from './preview-panel.module.css';
import { hitOf, usePreview } from './preview-store';
import { SourceWarning } from './source-warning';
import { pageAt } from './window';

export function PreviewPanel(props: {
  readonly text: RefObject<HTMLDivElement | null>;
  readonly onBack: () => void;
  /** Whether the document stands in the place of the results. */
  readonly covering: boolean;
}) {
  const words = useWording();
  const { target, view, failure } = usePreview();
  const [offset, setOffset] = useState(0);
  const step = useStep();

  if (!target) {
    return (
      <div className={classes.empty}>
        <h2>{words.preview.emptyTitle}</h2>
        <p>{words.preview.emptyText}</p>
      </div>
    );
  }
  const hit = hitOf(target);
  const shown = view?.document.id === target.document.id ? view : null;
  const page = shown ? pageAt(shown, offset) : null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.onBack();
    else if (event.key === 'F3') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the document and its buttons, which lie in it
    <div className={classes.panel} onKeyDown={onKeyDown} data-testid="preview">
      <header className={classes.head}>
        {props.covering && (
          <ActionIcon variant="subtle" color="gray" aria-label={words.preview.closePreview} onClick={props.onBack}>
            <IconArrowLeft size={17} stroke={1.75} />
          </ActionIcon>
        )}
        <h2 title={target.document.title}>{target.document.title}</h2>
        {page !== null && (
          <span className={classes.page} data-testid="preview-page">
            {shown?.pageCount ? words.preview.pageOf(page, shown.pageCount) : words.preview.page(page)}
          </span>
        )}
        <HitSteps target={target} />
      </header>
      {shown && shown.source !== 'same' && <SourceWarning matter={target.matter} source={shown.source} />}
      {failure && <PreviewFailed />}
      {!failure && shown && <DocumentText view={shown} hit={hit} text={props.text} onOffset={setOffset} />}
      {!failure && !shown && <div className={classes.loading}>{words.preview.loading}</div>}
      {hit && <CitationBar target={target} hit={hit} />}
    </div>
  );
}

function PreviewFailed() {
  const words = useWording();
  const language = useLanguage();
  const failure = usePreview((state) => state.failure);
  const reload = usePreview((state) => state.reload);
  if (!failure) return null;
  const { title, whatToDo } = failureText(failure, language);
  return (
    <div className={classes.empty} role="alert" data-testid="preview-failed">
      <h2>{title}</h2>
      <p>{whatToDo}</p>
      <Button size="xs" variant="default" onClick={reload}>
        {words.common.tryAgain}
      </Button>
    </div>
  );
}
