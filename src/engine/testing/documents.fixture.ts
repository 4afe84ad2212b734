import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '../readers/read';
import type { ReadDocument } from '../readers/reader';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const modelFolder = join(root, 'resources', 'models', 'multilingual-e5-small-zhen');
export const sampleFolder = join(root, 'resources', 'samples', 'matter');

/** What the reader for this file name makes of a text. */
export async function documentOf(fileName: string, content: string | Uint8Array): Promise<ReadDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const outcome = await read(bytes, fileName);
  if (outcome.kind !== 'document') throw new Error(`${fileName}: ${JSON.stringify(outcome)}`);
  return outcome.document;
}
