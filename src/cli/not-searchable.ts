import type { Result } from '../contract/calls';
import { numberText } from '../wording/format';
import { fileReasonText, fileStateText } from '../wording/wording';
import type { Terminal } from './terminal';

type Reasons = Result<'status'>['reasons'];

/** One indented line for each reason why files are not searchable, the most frequent first. */
export function notSearchableLines(reasons: Reasons, { language }: Pick<Terminal, 'language'>): string[] {
  return reasons
    .filter(({ state, count }) => state !== 'indexed' && count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ state, reason, count }) => {
      const what = fileStateText(state, language);
      const why = reason === null ? null : fileReasonText(reason, language).title;
      const told = why === null || why === what ? what : `${what} · ${why}`;
      return `  ${numberText(count, language).padStart(7)}  ${told}`;
    });
}
