import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { QuaereError } from '../../contract/errors';
import { matterIdSchema } from '../../contract/matters';

/** What is kept of a matter outside its database: enough to build the database anew from the sources. */
export const matterFileSchema = z.object({
  id: matterIdSchema,
  name: z.string(),
  sample: z.boolean(),
  created: z.number(),
  sources: z.array(z.object({ id: z.string(), path: z.string(), kind: z.enum(['folder', 'file']) })),
  /** The versions that the database was written with; of another one it is built anew. */
  format: z.string(),
  /** An indexing has begun and not come to its end: the next start goes on with it. */
  unfinished: z.boolean(),
});
export type MatterFile = z.infer<typeof matterFileSchema>;

const fileName = 'matter.json';

/** Null where there is none, or none that can be read. */
export async function readMatterFile(folder: string): Promise<MatterFile | null> {
  try {
    const parsed = matterFileSchema.safeParse(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Replaces the file as a whole: after a crash there is the old one or the new one. */
export async function writeMatterFile(folder: string, matter: MatterFile): Promise<void> {
  const temporary = join(folder, `${fileName}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(`${JSON.stringify(matter, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, fileName));
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeFailure(error, folder);
  }
}

function writeFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return new QuaereError({ kind: 'disk-full', path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new QuaereError({ kind: 'not-writable', path }, { cause: error });
  }
  return error;
}
