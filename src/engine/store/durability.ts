import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * LanceDB never calls fsync: its commits survive a killed process but not a power cut. This remembers which files of a
 * database are safe and brings the new ones to the disk.
 */
export class Durability {
  private readonly safe = new Set<string>();

  /** `folder`: the database. What it holds now is taken to be on the disk. */
  constructor(private readonly folder: string) {}

  async begin(): Promise<void> {
    for await (const file of filesBelow(this.folder)) this.safe.add(file);
  }

  /** Files written since the last call are on the disk when this resolves. */
  async sync(): Promise<void> {
    const folders = new Set<string>();
    for await (const file of filesBelow(this.folder)) {
      if (this.safe.has(file)) continue;
      if (await fsync(file)) folders.add(join(file, '..'));
      this.safe.add(file);
    }
    if (process.platform !== 'win32') for (const folder of folders) await fsync(folder);
  }
}

/** False if the file was gone already: LanceDB cleans up old versions by itself. */
async function fsync(path: string): Promise<boolean> {
  try {
    const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  let entries: Awaited<ReturnType<typeof readEntries>>;
  try {
    entries = await readEntries(folder);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function readEntries(folder: string) {
  return readdir(folder, { withFileTypes: true });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Null if the file was gone already. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * A power cut can leave the newest manifest of a table without content, and then the table cannot be opened. Moved
 * aside, the version before it is the newest, and what is missing is read again from the sources.
 */
export async function quarantineEmptyManifests(database: string): Promise<void> {
  for await (const file of filesBelow(database)) {
    if (!file.endsWith('.manifest') || (await sizeOf(file)) !== 0) continue;
    const aside = join(database, '..', 'quarantine');
    await mkdir(aside, { recursive: true });
    await rename(file, join(aside, file.slice(database.length + 1).replaceAll(/[\\/]/g, '_')));
  }
}
