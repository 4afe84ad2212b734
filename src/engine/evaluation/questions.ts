import { z } from 'zod';
import { QuaereError } from '../../contract/errors';
import { parseJsonLines } from './json-lines';
import type { Span } from './metrics';

/** A place that answers a question: `path` is relative to the root of the collection, with `/`. */
export interface GoldSpan extends Span {
  readonly path: string;
}

/** One thing that a full answer holds; its spans are alternatives, each as good as the others. */
export type GoldItem = readonly GoldSpan[];

export interface Question {
  readonly id: string;
  readonly query: string;
  /** Never empty. */
  readonly gold: readonly GoldItem[];
}

const spanSchema = z
  .object({ path: z.string().min(1), start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.end > span.start, { message: 'end must be greater than start', path: ['end'] })
  .transform((span): GoldSpan => ({ path: span.path.normalize('NFC'), start: span.start, end: span.end }));

const goldSchema = z.union([
  z.object({ spans: z.array(spanSchema).min(1) }).transform((item): GoldItem => item.spans),
  spanSchema.transform((span): GoldItem => [span]),
]);

const questionSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  query: z.string(),
  gold: z.array(goldSchema).min(1),
});

/**
 * Reads a file of questions with their answers, one JSON object a line.
 * @throws QuaereError `questions-file` with the number of the first bad line, or null where the file holds no question.
 */
export function parseQuestions(text: string, path: string): Question[] {
  const questions = parseJsonLines(text, path, questionSchema);
  if (questions.length === 0) {
    throw new QuaereError({ kind: 'questions-file', path, line: null, detail: 'no questions' });
  }
  return questions;
}
