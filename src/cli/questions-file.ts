import { readFile } from 'node:fs/promises';
import { QuaereError } from '../contract/errors';

/** @throws QuaereError `questions-file` where the file cannot be read. */
export async function readQuestionsFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new QuaereError({ kind: 'questions-file', path, line: null, detail }, { cause });
  }
}
