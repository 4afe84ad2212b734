import { access, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../engine';
import {
  contracts,
  failureOf,
  filesOf,
  foundBy,
  makeWorkplace,
  matterOf,
  until,
  type Workplace,
} from '../testing/workplace.fixture';

const onWindows = process.platform === 'win32';

let place: Workplace;
let engine: Engine;
beforeEach(async () => {
  place = await makeWorkplace({
    'lease.txt': 'The tenant pays a deposit.',
    'rules/storage.txt': 'The depositary stores the goods.',
  });
  engine = await place.engine();
});
afterEach(() => place.remove());

const create = (name: string) => engine.call('createMatter', { name });
const link = (matter: string, ...paths: string[]) => engine.call('linkSources', { matter, paths });
const pathsOf = async (linking: ReturnType<typeof link>) => (await linking).sources.map((source) => source.path);

describe('names', () => {
  test.each([
    'a/b\\c',
    '..',
    '../../etc/passwd',
    'C:\\',
    '😀👩‍👩‍👧',
    'CON',
    '案件（一）',
    "O'Neill; DROP TABLE",
    '<b>x</b>',
    'x'.repeat(120),
    '案'.repeat(120),
    '%00',
  ])('%j is kept as it is, and names no path', async (name) => {
    const { id } = await create(name);
    await engine.close();
    engine = await place.engine();
    expect((await engine.call('listMatters', {})).map((matter) => matter.name)).toEqual([name]);
    expect(await readdir(join(place.home, 'matters'))).toEqual([id]);
    expect(await readdir(place.home)).toEqual(['matters']);
  });

  test.each([
    ['', 'empty'],
    [' \n\t　', 'empty'],
    ['x'.repeat(300), 'too-long'],
    ['😀'.repeat(121), 'too-long'],
    ['a\u0000b', 'control-characters'],
    ['two\nlines', 'control-characters'],
    ['\u001b[31mred', 'control-characters'],
  ])('%j is refused', async (name, problem) => {
    expect(await failureOf(create(name))).toEqual({ kind: 'matter-name', problem, limit: 120 });
    expect(await engine.call('listMatters', {})).toEqual([]);
  });

  test('a name is taken, also in another spelling of the same characters', async () => {
    const first = await create('Café ');
    const second = await create('Other');
    for (const name of ['Café', '  Cafe\u0301']) {
      expect(await failureOf(create(name))).toMatchObject({ problem: 'taken' });
      expect(await failureOf(engine.call('renameMatter', { matter: second.id, name }))).toMatchObject({
        problem: 'taken',
      });
    }
    expect(await engine.call('renameMatter', { matter: first.id, name: 'Café' })).toMatchObject({ name: 'Café' });
    await engine.call('renameMatter', { matter: first.id, name: 'New' });
    expect((await create('Café')).name).toBe('Café');
  });
});

describe('linking', () => {
  test('a path twice, within a linked folder, or around linked ones', async () => {
    const { id } = await create('Case');
    const inner = join(place.folder, 'rules');
    expect(await pathsOf(link(id, inner, `${inner}/`))).toEqual([inner]);
    expect(await pathsOf(link(id, join(inner, 'storage.txt')))).toEqual([inner]);
    expect(await pathsOf(link(id, place.aside, place.folder))).toEqual([place.aside, place.folder]);
    expect(await pathsOf(link(id, inner, join(place.folder, 'lease.txt')))).toEqual([place.aside, place.folder]);
    // A name that only begins alike is another folder.
    await mkdir(`${place.folder} 2`);
    expect(await pathsOf(link(id, `${place.folder} 2`))).toHaveLength(3);
  });

  test('a folder that takes the place of a linked one keeps what was indexed', async () => {
    const { id } = await create('Case');
    await link(id, join(place.folder, 'rules'));
    await engine.call('index', { matter: id, vectors: false });
    const [before] = (await engine.call('listFiles', { matter: id })).rows;
    await link(id, place.folder);
    expect(await engine.call('index', { matter: id, vectors: false })).toMatchObject({
      files: { indexed: 2 },
      documents: 2,
    });
    const { rows } = await engine.call('listFiles', { matter: id });
    expect(rows.map((row) => row.path)).toEqual(['lease.txt', 'rules/storage.txt']);
    expect(rows[1]?.document).toBe(before?.document);
  });

  test('a file alone', async () => {
    const { id } = await create('Case');
    const { sources } = await link(id, join(place.folder, 'lease.txt'));
    expect(sources).toMatchObject([{ kind: 'file', available: true }]);
    await engine.call('index', { matter: id, vectors: false });
    expect(await filesOf(engine, id)).toEqual(['lease.txt: indexed']);
    await rm(join(place.folder, 'lease.txt'));
    await engine.call('index', { matter: id, vectors: false });
    expect(await filesOf(engine, id)).toEqual(['lease.txt: indexed']);
    expect((await engine.call('listMatters', {}))[0]?.sources).toMatchObject([{ available: false, files: 1 }]);
  });

  test('what is missing, our own data, or nothing: nothing of the call is linked', async () => {
    const { id } = await create('Case');
    const missing = join(place.folder, 'gone');
    expect(await failureOf(link(id, place.folder, missing))).toEqual({ kind: 'source-missing', path: missing });
    expect(await failureOf(link(id, place.folder, place.home))).toEqual({
      kind: 'source-is-own-data',
      path: place.home,
    });
    const inside = join(place.home, 'matters', id);
    expect(await failureOf(link(id, inside))).toEqual({ kind: 'source-is-own-data', path: inside });
    const file = join(inside, 'matter.json');
    expect(await failureOf(link(id, file))).toEqual({ kind: 'source-is-own-data', path: file });
    expect(await failureOf(link(id))).toMatchObject({ kind: 'bad-request' });
    expect((await engine.call('listMatters', {}))[0]?.sources).toEqual([]);
  });

  test.skipIf(onWindows)('links on the disk: to our own data, to nowhere, to a folder', async () => {
    const { id } = await create('Case');
    const to = async (target: string) => {
      const path = join(place.aside, `link to ${target.length}`);
      await symlink(target, path);
      return path;
    };
    const home = await to(join(place.home, 'matters'));
    expect(await failureOf(link(id, home))).toEqual({ kind: 'source-is-own-data', path: home });
    const nowhere = await to('/nowhere');
    expect(await failureOf(link(id, nowhere))).toEqual({ kind: 'source-missing', path: nowhere });
    expect(await pathsOf(link(id, await to(place.folder)))).toHaveLength(1);
    expect(await engine.call('index', { matter: id, vectors: false })).toMatchObject({ files: { indexed: 2 } });
  });
});

test('a source that is taken out leaves with all that was indexed of it, but what another holds as well', async () => {
  await writeFile(join(place.aside, 'copy.txt'), 'The tenant pays a deposit.');
  const matter = await matterOf(engine, place.folder);
  const { sources } = await link(matter, place.aside);
  await engine.call('index', { matter, vectors: false });
  const summary = await engine.call('unlinkSource', { matter, source: sources[0]?.id ?? '' });
  expect(summary).toMatchObject({ documents: 1, counts: { discovered: 1, indexed: 1 } });
  expect(await foundBy(engine, matter, 'depositary')).toEqual([]);
  expect(await foundBy(engine, matter, 'deposit')).toEqual(['copy.txt']);
  expect(await engine.call('unlinkSource', { matter, source: sources[1]?.id ?? '' })).toMatchObject({
    documents: 0,
    sources: [],
    coverage: { chunks: 0 },
  });
  expect(await readFile(join(place.folder, 'lease.txt'), 'utf8')).toBe('The tenant pays a deposit.');
});

test('a matter that is deleted leaves no file behind, its sources stay, and nothing is told of it afterwards', async () => {
  await place.write(contracts(10));
  const matter = await matterOf(engine, place.folder);
  const other = await create('Other');
  const told: string[] = [];
  engine.on('matter', ({ id }) => told.push(id));
  engine.on('matterDeleted', (gone) => told.push(`deleted ${gone.matter}`));
  const run = failureOf(engine.call('index', { matter }));
  await until(() => told.length > 0);
  await engine.call('deleteMatter', { matter });
  expect(await run).toEqual({ kind: 'cancelled' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(told.at(-1)).toBe(`deleted ${matter}`);
  expect(await readdir(join(place.home, 'matters'))).toEqual([other.id]);
  await access(join(place.folder, 'lease.txt'));
  for (const call of [
    engine.call('search', { matter, query: 'x' }),
    engine.call('index', { matter }),
    engine.call('deleteMatter', { matter }),
  ]) {
    expect(await failureOf(call)).toEqual({ kind: 'matter-not-found', matter });
  }
  expect((await matterOf(engine, place.folder)).length).toBeGreaterThan(0);
});

test('one matter knows nothing of another', async () => {
  const first = await matterOf(engine, place.folder, 'First');
  const second = await matterOf(engine, place.aside, 'Second');
  await writeFile(join(place.aside, 'secret.txt'), 'The secret settlement.');
  for (const matter of [first, second]) await engine.call('index', { matter, vectors: false });
  expect(await foundBy(engine, first, 'secret settlement')).toEqual([]);
  expect(await foundBy(engine, second, 'secret settlement')).toEqual(['secret.txt']);
});

test('a window of a document, its file, and whether the file is still the one that was indexed', async () => {
  const matter = await matterOf(engine, place.folder);
  await engine.call('index', { matter, vectors: false });
  const file = join(place.folder, 'lease.txt');
  const document = (await engine.call('listFiles', { matter })).rows[0]?.document ?? 0;
  expect(await engine.call('documentFile', { matter, document })).toBe(file);
  const read = (from: number, to: number) => engine.call('readDocument', { matter, document, from, to });
  expect(await read(4, 10)).toMatchObject({
    text: 'tenant',
    from: 4,
    to: 10,
    length: 26,
    source: 'same',
    pageCount: null,
  });
  expect(await read(20, 10)).toMatchObject({ text: '', from: 20, to: 20 });
  expect(await read(1000, 2000)).toMatchObject({ text: '', from: 26 });
  await writeFile(file, 'Changed.');
  expect(await read(0, 3)).toMatchObject({ text: 'The', source: 'changed' });
  await rm(file);
  expect(await read(0, 3)).toMatchObject({ text: 'The', source: 'missing' });
  expect(await failureOf(engine.call('readDocument', { matter, document: 999, from: 0, to: 1 }))).toEqual({
    kind: 'document-not-found',
  });
  expect(await failureOf(engine.call('documentFile', { matter, document: 999 }))).toEqual({
    kind: 'document-not-found',
  });
});
