import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useSearch } from '../search/search-store';
import { useWording } from '../settings/use-wording';
import classes from './preview-panel.module.css';
import { type Target, usePreview } from './preview-store';

/** Goes to the next or previous hit in the order of the text. The selection in the list goes along. */
export function useStep(): (by: 1 | -1) => void {
  const target = usePreview((state) => state.target);
  const select = useSearch((state) => state.select);
  return (by) => {
    const at = target?.hits.findIndex((hit) => hit.chunk === target.chunk) ?? -1;
    const next = target?.hits[at + by];
    if (next) select(next.chunk);
  };
}

export function HitSteps(props: { readonly target: Target }) {
  const words = useWording();
  const step = useStep();
  const backToHit = usePreview((state) => state.backToHit);
  const { hits, chunk } = props.target;
  const at = hits.findIndex((hit) => hit.chunk === chunk);
  return (
    <div className={classes.steps}>
      <UnstyledButton className={classes.hit} onClick={backToHit} title={words.preview.backToHit}>
        {words.preview.hit(at + 1, hits.length)}
      </UnstyledButton>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={words.preview.previousHit}
        title={words.preview.previousHit}
        disabled={at <= 0}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={words.preview.nextHit}
        title={words.preview.nextHit}
        disabled={at >= hits.length - 1}
        onClick={() => step(1)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
    </div>
  );
}
