import { numberText } from '../../wording/format';
import { fileReasonText } from '../../wording/wording';
import { useLanguage } from '../settings/use-wording';
import classes from './files-dialog.module.css';
import { useFiles } from './files-store';

/** The reasons of the listed files, most frequent first, each with what to do about it. */
export function ReasonList() {
  const language = useLanguage();
  const status = useFiles((state) => state.status);
  const filter = useFiles((state) => state.filter);
  const reasons = (status?.reasons ?? [])
    .filter(({ state }) =>
      filter === 'not-searchable' ? state !== 'indexed' && state !== 'waiting' : state === filter,
    )
    .flatMap(({ reason, count }) => (reason ? [{ reason, count }] : []))
    .sort((one, other) => other.count - one.count);
  if (reasons.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ reason, count }) => {
        const { title, whatToDo } = fileReasonText(reason, language);
        return (
          <li key={reason}>
            <span className={classes.reasonCount}>{numberText(count, language)}</span>
            <span className={classes.reasonTitle}>{title}</span>
            <span className={classes.advice}>{whatToDo}</span>
          </li>
        );
      })}
    </ul>
  );
}
