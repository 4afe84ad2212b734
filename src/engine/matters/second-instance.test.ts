import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectConsistent } from '../testing/consistency.fixture';
import { root } from '../testing/documents.fixture';
import { contracts, failureOf, foundBy, isIndexing, makeWorkplace, until } from '../testing/workplace.fixture';
import { acquireLock } from './lock';

test('a matter that another process indexes is in use, can be searched, and is free once that is killed', async () => {
  const place = await makeWorkplace(contracts(40));
  try {
    const args = [join(root, 'out', 'main', 'quaere.js'), 'index', place.folder, '--matter', 'Case', '--json'];
    const other = spawn(process.execPath, args, { env: { ...process.env, QUAERE_HOME: place.home }, stdio: 'ignore' });
    const ended = once(other, 'exit');
    await until(() => isIndexing(place.home));
    const engine = await place.engine();
    const [{ id: matter } = { id: '' }] = await engine.call('listMatters', {});
    expect(other.exitCode).toBeNull();
    expect(await failureOf(engine.call('index', { matter }))).toEqual({ kind: 'in-use', matter: 'Case' });
    expect(await failureOf(engine.call('deleteMatter', { matter }))).toEqual({ kind: 'in-use', matter: 'Case' });
    other.kill('SIGKILL');
    await ended;
    expect(await engine.call('index', { matter })).toMatchObject({ files: { indexed: 40 }, chunks: 280, vectors: 280 });
    await engine.close();
    await expectConsistent(place.home, matter);
  } finally {
    await place.remove();
  }
});

test('two engines on one data folder: neither loses what the other has linked', async () => {
  const place = await makeWorkplace({ 'lease.txt': 'The tenant pays a deposit.' });
  try {
    const [first, second] = [await place.engine(), await place.engine()];
    const { id: matter } = await first.call('createMatter', { name: 'Case' });
    await second.call('listMatters', {});
    await first.call('linkSources', { matter, paths: [place.folder] });
    await first.call('index', { matter, vectors: false });
    await second.call('renameMatter', { matter, name: 'Renamed' });
    await second.call('linkSources', { matter, paths: [place.aside] });
    expect(await second.call('index', { matter, vectors: false })).toMatchObject({ files: { indexed: 1 } });
    expect(await foundBy(second, matter, 'deposit')).toEqual(['lease.txt']);
    const third = await place.engine();
    const [summary] = await third.call('listMatters', {});
    expect(summary).toMatchObject({ name: 'Renamed', counts: { indexed: 1 } });
    expect(summary?.sources).toHaveLength(2);
  } finally {
    await place.remove();
  }
});

test('a lock is held once, under whatever name the folder goes', async () => {
  const base = await mkdtemp(join(tmpdir(), 'quaere-lock-'));
  try {
    const folder = join(base, 'matter');
    await mkdir(folder);
    await mkdir(join(base, 'other'));
    await symlink(folder, join(base, 'link'), 'junction');
    const lock = await acquireLock(folder);
    expect(lock).not.toBeNull();
    expect(await acquireLock(folder)).toBeNull();
    expect(await acquireLock(join(base, 'link'))).toBeNull();
    const other = await acquireLock(join(base, 'other'));
    expect(other).not.toBeNull();
    await lock?.release();
    const again = await acquireLock(join(base, 'link'));
    expect(again).not.toBeNull();
    await Promise.all([again?.release(), other?.release()]);
  } finally {
    await rm(base, { recursive: true, force: true });
  }
});
