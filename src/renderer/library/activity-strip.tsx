import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Activity, Matter } from '../../contract/matters';
import type { Wording } from '../../wording/en';
import { aboutDuration } from '../../wording/format';
import type { Language } from '../../wording/language';
import { failureText } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './activity-strip.module.css';
import { cancelIndexing, indexMatter, pauseIndexing } from './indexing';
import { isIncomplete } from './library-store';

/** Between two runs the engine is idle for a moment: only after this many milliseconds has it come to rest. */
const UNTIL_AT_REST = 1500;

/** What is being read, or why it stopped. Learning the meaning goes on quietly in the foot of the window. */
export function ActivityStrip(props: { readonly matter: Matter }) {
  const { matter } = props;
  const words = useWording();
  const language = useLanguage();
  const { activity } = matter;
  const [rested] = useDebouncedValue(activity.phase === 'idle', UNTIL_AT_REST);
  if (activity.phase === 'idle' && rested && isIncomplete(matter)) {
    return <Stopped matter={matter} failure={{ kind: 'cancelled' }} />;
  }
  if (activity.phase === 'idle' || activity.phase === 'embedding') return null;
  if (activity.phase === 'stopped') return <Stopped matter={matter} failure={activity.failure} />;

  const share = activity.phase === 'reading' && activity.total > 0 ? activity.done / activity.total : null;
  return (
    <section className={classes.strip} aria-label={progressText(activity, words)} data-testid="activity">
      <div className={classes.line}>
        <span className={classes.text}>
          <b>{progressText(activity, words)}</b>
          {detailText(activity, words, language)}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => void pauseIndexing(matter.id, !activity.paused)}>
          {activity.paused ? words.activity.resume : words.activity.pause}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void cancelIndexing(matter.id)}>
          {words.activity.cancel}
        </Button>
      </div>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={progressText(activity, words)}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.floor(share * 100) })}
        data-paused={activity.paused || undefined}
        data-unknown={share === null || undefined}
      >
        <div style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
    </section>
  );
}

function Stopped(props: {
  readonly matter: Matter;
  readonly failure: Extract<Activity, { phase: 'stopped' }>['failure'];
}) {
  const { matter, failure } = props;
  const words = useWording();
  const language = useLanguage();
  const cancelled = failure.kind === 'cancelled';
  const advice = failureText(failure, language);
  return (
    <section className={classes.strip} data-tone={cancelled ? undefined : 'bad'} data-testid="activity-stopped">
      <div className={classes.line}>
        <span className={classes.text}>
          {cancelled ? (
            words.activity.stoppedWaiting(matter.counts.waiting)
          ) : (
            <>
              <b>{advice.title}</b>
              <br />
              {advice.whatToDo}
            </>
          )}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => void indexMatter(matter.id)}>
          {cancelled ? words.activity.goOn : words.common.tryAgain}
        </Button>
      </div>
    </section>
  );
}

type Reading = Extract<Activity, { phase: 'discovering' | 'reading' }>;

function progressText(activity: Reading, words: Wording): string {
  return activity.phase === 'discovering'
    ? words.activity.discovering(activity.found)
    : words.activity.reading(activity.done, activity.total);
}

function detailText(activity: Reading, words: Wording, language: Language): string {
  const { dot } = words.common;
  if (activity.paused) return dot + words.activity.paused;
  if (activity.phase === 'reading' && activity.secondsLeft !== null) {
    return dot + words.activity.left(aboutDuration(activity.secondsLeft, language));
  }
  return '';
}
