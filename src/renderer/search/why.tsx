import { Popover, UnstyledButton } from '@mantine/core';
import type { Passage } from '../../contract/search';
import { useWording } from '../settings/use-wording';
import classes from './why.module.css';

const parts = ['semantic', 'lexical', 'document', 'exact'] as const;

/** Why a passage was found: the parts of its score, which add up to it. */
export function Why(props: { readonly passage: Passage }) {
  const { passage } = props;
  const words = useWording();
  const shown = parts.filter((part) => part === 'semantic' || part === 'lexical' || passage.parts[part] > 0);
  const widest = Math.max(passage.score, ...shown.map((part) => passage.parts[part]), Number.EPSILON);
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow trapFocus={false}>
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={words.why.buttonLabel(passage.rank)}>
          {words.why.button}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown data-testid="why">
        <div className={classes.title}>{words.why.title}</div>
        <dl className={classes.parts}>
          {shown.map((part) => (
            <div key={part} className={classes.part}>
              <dt>{words.why[part]}</dt>
              <dd>
                <div className={classes.bar} aria-hidden>
                  <div data-part={part} style={{ width: `${(Math.max(0, passage.parts[part]) / widest) * 100}%` }} />
                </div>
                <span className={classes.value}>{passage.parts[part].toFixed(3)}</span>
                <span className={classes.text}>{words.why[`${part}Text`]}</span>
              </dd>
            </div>
          ))}
          <div className={classes.total}>
            <dt>{words.why.total}</dt>
            <dd>{passage.score.toFixed(3)}</dd>
          </div>
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
