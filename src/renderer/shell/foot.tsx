import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconShieldLock } from '@tabler/icons-react';
import type { Matter } from '../../contract/matters';
import { aboutDuration, percentText } from '../../wording/format';
import { cancelIndexing, pauseIndexing } from '../library/indexing';
import { useOpenMatter } from '../library/library-store';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './foot.module.css';

export function Foot(props: { readonly onFiles: () => void }) {
  const words = useWording();
  const matter = useOpenMatter();
  return (
    <footer className={classes.foot}>
      {matter && matter.counts.discovered > 0 && <FileCounts matter={matter} onFiles={props.onFiles} />}
      {matter && matter.coverage.chunks > 0 && <Meaning matter={matter} />}
      <div className={classes.right}>
        <span>{words.foot.model}</span>
        <span className={classes.local}>
          <IconShieldLock size={14} stroke={1.75} aria-hidden />
          {words.foot.local}
        </span>
      </div>
    </footer>
  );
}

function FileCounts(props: { readonly matter: Matter; readonly onFiles: () => void }) {
  const words = useWording();
  const { counts } = props.matter;
  const not = counts.failed + counts.unsupported + counts.skipped;
  return (
    <Tooltip label={words.foot.seeFiles} openDelay={400}>
      <UnstyledButton className={classes.link} onClick={props.onFiles} data-testid="foot-files">
        <span data-testid="foot-searchable">{words.foot.searchable(counts.indexed)}</span>
        {counts.waiting > 0 && words.common.dot + words.foot.waiting(counts.waiting)}
        {not > 0 && (
          <>
            {words.common.dot}
            <u data-testid="foot-not-searchable">{words.foot.notSearchable(not)}</u>
          </>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

function Meaning(props: { readonly matter: Matter }) {
  const words = useWording();
  const language = useLanguage();
  const { coverage, activity, id } = props.matter;
  const percent = percentText(coverage.vectors, coverage.chunks);
  const running = activity.phase === 'embedding' ? activity : null;
  return (
    <div className={classes.meaning} data-testid="foot-meaning">
      <span>{words.foot.meaning}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: the colours of a meter element are not ours to choose */}
      <div
        className={classes.meter}
        role="meter"
        aria-label={words.foot.meaningLabel}
        aria-valuemin={0}
        aria-valuemax={coverage.chunks}
        aria-valuenow={coverage.vectors}
        aria-valuetext={percent}
      >
        <div style={{ width: percent }} />
      </div>
      <span>
        {percent}
        {running?.paused && words.common.dot + words.activity.paused}
        {running && !running.paused && running.secondsLeft !== null
          ? words.common.dot + words.activity.left(aboutDuration(running.secondsLeft, language))
          : null}
      </span>
      {running && (
        <>
          <ActionIcon
            size={20}
            variant="subtle"
            color="gray"
            aria-label={running.paused ? words.activity.resume : words.activity.pause}
            title={running.paused ? words.activity.resume : words.activity.pause}
            onClick={() => void pauseIndexing(id, !running.paused)}
          >
            {running.paused ? <IconPlayerPlay size={13} /> : <IconPlayerPause size={13} />}
          </ActionIcon>
          <ActionIcon
            size={20}
            variant="subtle"
            color="gray"
            aria-label={words.activity.cancel}
            title={words.activity.cancel}
            onClick={() => void cancelIndexing(id)}
          >
            <IconPlayerStop size={13} />
          </ActionIcon>
        </>
      )}
    </div>
  );
}
