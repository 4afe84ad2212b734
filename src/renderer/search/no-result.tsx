import { Anchor, Button } from '@mantine/core';
import { percentText } from '../../wording/format';
import { useOpenMatter } from '../library/library-store';
import { useSettings } from '../settings/settings-store';
import { useWording } from '../settings/use-wording';
import classes from './search-panel.module.css';
import { type Answer, useSearch } from './search-store';

export function NoResult(props: { readonly answer: Answer; readonly onFiles: () => void }) {
  const words = useWording();
  const matter = useOpenMatter();
  const threshold = useSettings((state) => state.settings.threshold);
  const change = useSettings((state) => state.change);
  const text = useSearch((state) => state.text);
  const { answer } = props;
  // Words alone found nothing, but the search by meaning has yet to answer: nothing is said that it may deny.
  if (answer.mode === 'lexical') return <p className={classes.pending}>{words.search.searching}</p>;
  const coverage = matter?.coverage;
  const unread = matter ? matter.counts.failed + matter.counts.unsupported : 0;
  return (
    <div className={classes.center} data-testid="no-result">
      <h1>{words.search.noneTitle(shortened(text.trim()))}</h1>
      <div className={classes.tries}>
        <h2>{words.search.noneTry}</h2>
        <ul>
          <li>{words.search.noneOtherWords}</li>
          <li>{words.search.noneFewerWords}</li>
          {threshold && (
            <li>
              {words.search.noneThreshold}{' '}
              <Button size="compact-xs" variant="default" onClick={() => void change({ threshold: false })}>
                {words.search.noneShowMore}
              </Button>
            </li>
          )}
          {coverage && coverage.vectors < coverage.chunks && (
            <li>{words.search.noneIncomplete(percentText(coverage.vectors, coverage.chunks))}</li>
          )}
          {unread > 0 && (
            <li>
              {words.search.noneUnreadable(unread)}
              <Anchor component="button" size="sm" onClick={props.onFiles}>
                {words.search.noneSeeFiles}
              </Anchor>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}

function shortened(query: string): string {
  const characters = [...query];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : query;
}
