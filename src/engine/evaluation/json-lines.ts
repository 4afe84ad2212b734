import type { z } from 'zod';
import { QuaereError } from '../../contract/errors';

/**
 * One value a line, checked by `schema`; empty lines and a byte order mark are passed over.
 * @throws QuaereError `questions-file` with the number of the first bad line.
 */
export function parseJsonLines<T>(text: string, path: string, schema: z.ZodType<T>): T[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const fail = (detail: string): never => {
        throw new QuaereError({ kind: 'questions-file', path, line: index + 1, detail });
      };
      const parsed = schema.safeParse(parseJson(line, fail));
      return [parsed.success ? parsed.data : fail(firstIssue(parsed.error))];
    });
}

function parseJson(line: string, fail: (detail: string) => never): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return fail('not JSON');
  }
}

/** The first thing wrong, with the place of it: `gold.0.end: …`. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return error.message;
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}
