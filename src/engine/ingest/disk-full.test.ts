import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { expectConsistent } from '../testing/consistency.fixture';
import { failureOf, foundBy, makeWorkplace, matterOf, type Workplace } from '../testing/workplace.fixture';

const mounted: string[] = [];
let place: Workplace | null = null;

/** A disk of so many megabytes in memory; null where this process may not mount one. */
async function smallDisk(megabytes: number): Promise<string | null> {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return null;
  const folder = await mkdtemp(join(tmpdir(), 'quaere-small-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) return null;
  mounted.push(folder);
  return folder;
}

afterEach(async () => {
  await place?.remove();
  for (const folder of mounted.splice(0)) {
    spawnSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  }
});

/** Text that no compression makes small. */
function randomText(characters: number): string {
  const numbers = crypto.getRandomValues(new Uint16Array(65_536 / 2));
  const sentence = (from: number) =>
    String.fromCharCode(
      ...Array.from(
        { length: 100 },
        (_, at) => 0x4e00 + ((numbers[(from * 101 + at * 7) % numbers.length] ?? 0) % 20_000),
      ),
    );
  return Array.from({ length: characters / 100 }, (_, index) => sentence(index)).join('。\n\n');
}

test('a full disk is told with its place, nothing is lost, and with more room it goes on', {
  timeout: 300_000,
}, async (context) => {
  const disk = await smallDisk(4);
  if (disk === null) return context.skip('mounting a small disk takes root on Linux');
  place = await makeWorkplace({ 'lease.txt': 'The tenant pays a deposit.' });
  const home = join(disk, 'home');
  const engine = await place.engine({ home });
  const matter = await matterOf(engine, place.folder);
  await engine.call('index', { matter, vectors: false });

  await place.write({ 'large-1.txt': randomText(5e5), 'large-2.txt': randomText(5e5), 'small.txt': 'A small note.' });
  const failure = await failureOf(engine.call('index', { matter, vectors: false }));
  expect(failure).toMatchObject({ kind: 'disk-full', path: expect.stringContaining(home) });
  const [summary] = await engine.call('listMatters', {});
  expect(summary?.activity).toEqual({ phase: 'stopped', failure });
  expect(await foundBy(engine, matter, 'deposit')).toEqual(['lease.txt']);
  await engine.close();

  // The next start finds the disk as full as it was.
  const again = await place.engine({ home });
  expect(await foundBy(again, matter, 'deposit')).toEqual(['lease.txt']);
  expect(await failureOf(again.call('index', { matter, vectors: false }))).toMatchObject({ kind: 'disk-full' });

  spawnSync('mount', ['-o', 'remount,size=400m', disk]);
  expect(await again.call('index', { matter, vectors: false })).toMatchObject({ files: { discovered: 4, indexed: 4 } });
  expect(await foundBy(again, matter, 'small note')).toEqual(['small.txt']);
  await again.close();
  await expectConsistent(home, matter, { vectors: false });
});

test('a matter cannot be made on a full disk, and is not there half', async (context) => {
  const disk = await smallDisk(1);
  if (disk === null) return context.skip('mounting a small disk takes root on Linux');
  place = await makeWorkplace();
  const engine = await place.engine({ home: join(disk, 'home') });
  expect(spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k']).status).not.toBe(0);
  expect(await failureOf(engine.call('createMatter', { name: 'Case' }))).toMatchObject({ kind: 'disk-full' });
  await rm(join(disk, 'filler'));
  expect(await engine.call('listMatters', {})).toEqual([]);
  expect(await engine.call('createMatter', { name: 'Case' })).toMatchObject({ name: 'Case' });
});
