import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * Reads a JSON file that this app wrote. A missing file counts as `{}`; one that does not parse or does not fit is kept
 * aside as `NAME.damaged` and counts as `{}` too, so the schema must have a default for every field.
 */
export async function readStored<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return schema.parse({});
  }
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  await rename(file, `${file}.damaged`);
  return schema.parse({});
}

/** Whole or not at all, also when the power fails. */
export async function writeStored(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const arriving = `${file}.new`;
  const handle = await open(arriving, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(arriving, file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
