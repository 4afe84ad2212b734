import { readdirSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Durability } from './durability';
import { MatterStore } from './matter-store';

// Which file a handle belongs to is seen in /proc.
const onLinux = process.platform === 'linux';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quaere-durability-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

/** Watches every fsync; the real one is done all the same. */
async function watchSync(seen: (path: string) => void): Promise<void> {
  const handle = await open(root, 'r');
  const prototype: typeof handle = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = prototype;
  vi.spyOn(prototype, 'sync').mockImplementation(function (this: typeof handle) {
    seen(readlinkSync(`/proc/self/fd/${this.fd}`));
    return sync.call(this);
  });
}

test.runIf(onLinux)('new files and their folders are brought to the disk, each once', async () => {
  await mkdir(join(root, 'table'));
  await writeFile(join(root, 'table', 'old'), 'x');
  const synced: string[] = [];
  await watchSync((path) => synced.push(path.slice(root.length + 1)));
  const durability = new Durability(root);
  await durability.begin();
  await writeFile(join(root, 'table', 'new'), 'x');
  await writeFile(join(root, 'table', 'gone'), 'x');
  await rm(join(root, 'table', 'gone'));
  await durability.sync();
  expect(synced).toEqual(['table/new', 'table']);
  await durability.sync();
  expect(synced).toHaveLength(2);
});

test('a folder that is not there holds nothing to bring to the disk', async () => {
  const durability = new Durability(join(root, 'none'));
  await durability.begin();
  await expect(durability.sync()).resolves.toBeUndefined();
});

test.runIf(onLinux)(
  'a write is on the disk when it resolves, what the ledger points to before the ledger',
  async () => {
    const synced = new Set<string>();
    const ledger = join(root, 'files.lance', '_versions');
    let versionsAtChunks: number | null = null;
    await watchSync((path) => {
      synced.add(path);
      if (path.includes('chunks.lance/data/')) versionsAtChunks ??= readdirSync(ledger).length;
    });
    const store = await MatterStore.open(root, { fingerprint: 'test_1', dimensions: 4 });
    const row = {
      id: 1,
      source: 's',
      file: 'a.txt',
      path: 'a.txt',
      size: 1,
      modified: 1,
      sha256: 'x',
      reason: null,
      detail: null,
    };
    await store.ledger.add([{ ...row, state: 'waiting', document: null }]);
    const versionsBefore = (await readdir(ledger)).length;
    await store.write(
      [
        {
          document: {
            id: 1,
            sha256: 'x',
            title: 't',
            format: 'text',
            text: 'text',
            length: 4,
            pages: [],
            headings: [],
          },
          chunks: [
            {
              id: 1,
              document: 1,
              start: 0,
              end: 4,
              codePoint: 0,
              page: null,
              layer: 'text' as const,
              heading: [],
              text: 'text',
              words: 'text',
            },
          ],
        },
      ],
      [{ ...row, state: 'indexed', document: 1 }],
    );
    store.close();
    expect(versionsAtChunks).toBe(versionsBefore);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !synced.has(file))).toEqual([]);
  },
);
