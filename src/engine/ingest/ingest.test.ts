import { rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../engine';
import { expectConsistent } from '../testing/consistency.fixture';
import { failureOf, filesOf, foundBy, makeWorkplace, matterOf, type Workplace } from '../testing/workplace.fixture';

const lease = '# Lease\n\nThe tenant pays a deposit of three months.\n';
const rules = '仓储规则\n\n第一条　存货人应当支付仓储费。\n\n第二条　保管人应当验收仓储物。\n';

let place: Workplace;
let engine: Engine;
let matter: string;

beforeEach(async () => {
  place = await makeWorkplace({ 'lease.md': lease, '法规/仓储规则.txt': rules });
  engine = await place.engine();
  matter = await matterOf(engine, place.folder);
});
afterEach(() => place.remove());

const index = (options: { vectors?: boolean; retryFailed?: boolean } = { vectors: false }) =>
  engine.call('index', { matter, ...options });

test('every file is accounted for, and the counts add up', async () => {
  await place.write({
    'copy of lease.md': lease,
    'empty.txt': '',
    '~$lease.docx': 'lock',
    'photo.zip': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
    'broken.pdf': '%PDF-1.7\nnothing',
    'blank.txt': ' \n\n ',
  });
  await symlink('nowhere', join(place.folder, 'gone.txt'));
  const report = await index();
  expect(await filesOf(engine, matter)).toEqual([
    'blank.txt: failed no-text',
    'broken.pdf: failed corrupt',
    'copy of lease.md: indexed',
    'empty.txt: skipped empty',
    'gone.txt: failed vanished',
    'lease.md: indexed',
    'photo.zip: unsupported format',
    '~$lease.docx: skipped office-lock-file',
    '法规/仓储规则.txt: indexed',
  ]);
  expect(report).toMatchObject({
    files: { discovered: 9, indexed: 3, skipped: 2, failed: 4 },
    documents: 2,
    vectors: 0,
  });
  const { counts, reasons } = await engine.call('status', { matter });
  expect(counts).toEqual({ discovered: 9, waiting: 0, indexed: 3, skipped: 2, unsupported: 1, failed: 3 });
  expect(reasons.reduce((sum, one) => sum + one.count, 0)).toBe(9);
});

test('two files with one content are one document, found under both names until the last is gone', async () => {
  await place.write({ 'copy of lease.md': lease });
  await index();
  expect(await foundBy(engine, matter, 'deposit')).toEqual(['lease.md', 'copy of lease.md'].sort());
  await rm(join(place.folder, 'lease.md'));
  expect(await index()).toMatchObject({ documents: 2 });
  expect(await foundBy(engine, matter, 'deposit')).toEqual(['copy of lease.md']);
  await rm(join(place.folder, 'copy of lease.md'));
  expect(await index()).toMatchObject({ documents: 1 });
  expect(await foundBy(engine, matter, 'deposit')).toEqual([]);
});

test('a second run reads nothing again, and starts no process for it', async () => {
  const first = await index({});
  expect(first).toMatchObject({ chunks: 4, vectors: 4 });
  await engine.close();
  const before = [place.started('reader').length, place.started('model').length];
  engine = await place.engine();
  expect(await index({})).toMatchObject({ files: first.files, chunks: 4, vectors: 4 });
  expect([place.started('reader').length, place.started('model').length]).toEqual(before);
});

test('a file that was only touched keeps its document and its vectors', async () => {
  await index({});
  const document = async () => (await engine.call('listFiles', { matter })).rows.find((row) => row.path === 'lease.md');
  const before = await document();
  await utimes(join(place.folder, 'lease.md'), new Date(), new Date(Date.now() + 60_000));
  expect(await index()).toMatchObject({ vectors: 4 });
  const after = await document();
  expect(after).toMatchObject({ state: 'indexed', document: before?.document });
  expect(after?.modified).toBeGreaterThan(before?.modified ?? 0);
});

test('a changed file is replaced, and nothing of the old one stays', async () => {
  await index({});
  await place.write({
    'lease.md': '# Lease\n\nThe tenant pays no guarantee at all.\n',
    'new.txt': 'A brand new memorandum.',
  });
  await index({});
  expect(await foundBy(engine, matter, 'deposit')).toEqual([]);
  expect(await foundBy(engine, matter, 'guarantee')).toEqual(['lease.md']);
  expect(await foundBy(engine, matter, 'memorandum')).toEqual(['new.txt']);
  await engine.close();
  await expectConsistent(place.home, matter);
});

test('two files that swap their contents, or take the name of another, stay right', async () => {
  await place.write({ 'a.txt': 'Apples are sold by weight.', 'b.txt': 'Bananas are sold by number.' });
  await index();
  await place.write({ 'a.txt': 'Bananas are sold by number.', 'b.txt': 'Apples are sold by weight.' });
  await Promise.all(['a.txt', 'b.txt'].map((name) => utimes(join(place.folder, name), 1e9, 1e9)));
  await index();
  expect(await foundBy(engine, matter, 'bananas')).toEqual(['a.txt']);
  expect(await foundBy(engine, matter, 'apples')).toEqual(['b.txt']);
  await rename(join(place.folder, 'b.txt'), join(place.folder, 'c.txt'));
  await index({});
  expect(await foundBy(engine, matter, 'apples')).toEqual(['c.txt']);
  await engine.close();
  await expectConsistent(place.home, matter);
});

test('a source that cannot be reached keeps what was indexed, and does not stop the others', async () => {
  await writeFile(join(place.aside, 'note.txt'), 'A note on arbitration.');
  await engine.call('linkSources', { matter, paths: [place.aside] });
  await index();
  await rename(place.folder, `${place.folder} moved`);
  await writeFile(join(place.aside, 'second.txt'), 'A second note.');
  const report = await index();
  expect(report.files.indexed).toBe(4);
  expect(await foundBy(engine, matter, 'deposit')).toEqual(['lease.md']);
  expect(await foundBy(engine, matter, 'second')).toEqual(['second.txt']);
  const [summary] = await engine.call('listMatters', {});
  expect(summary?.sources.map(({ available, files }) => [available, files])).toEqual([
    [false, 2],
    [true, 2],
  ]);

  // A link that leads nowhere but to itself: another error than a missing folder.
  await symlink(place.folder, place.folder);
  expect((await index()).files.indexed).toBe(4);
});

test('a sub-folder that cannot be opened now keeps its files', async () => {
  await index();
  await rename(join(place.folder, '法规'), join(place.aside, '法规'));
  await symlink(join(place.folder, '法规'), join(place.folder, '法规'));
  await index();
  expect(await filesOf(engine, matter)).toEqual([
    'lease.md: indexed',
    '法规: failed link-loop',
    '法规/仓储规则.txt: indexed',
  ]);
  expect(await foundBy(engine, matter, '仓储费')).toEqual(['法规/仓储规则.txt']);
  await rm(join(place.folder, '法规'));
  await index();
  expect(await filesOf(engine, matter)).toEqual(['lease.md: indexed']);
});

test('what could not be read is read again when asked, and by itself when the file has changed', async () => {
  await place.write({ 'broken.pdf': '%PDF-1.7\nnothing', 'later.txt': ' ' });
  await index();
  const readers = place.started('reader').length;
  await engine.close();
  engine = await place.engine();
  await index();
  expect(place.started('reader')).toHaveLength(readers);
  await index({ vectors: false, retryFailed: true });
  expect(place.started('reader').length).toBeGreaterThan(readers);
  expect(await filesOf(engine, matter)).toContain('broken.pdf: failed corrupt');
  await place.write({ 'later.txt': 'Now it says something.' });
  await index();
  expect(await filesOf(engine, matter)).toContain('later.txt: indexed');
});

test('a matter without a source, and a folder without a file', async () => {
  const { id } = await engine.call('createMatter', { name: 'Empty' });
  expect(await engine.call('index', { matter: id })).toMatchObject({ files: { discovered: 0 }, chunks: 0, vectors: 0 });
  await engine.call('linkSources', { matter: id, paths: [place.aside] });
  expect(await engine.call('index', { matter: id })).toMatchObject({ files: { discovered: 0 }, chunks: 0, vectors: 0 });
  expect(await foundBy(engine, id, 'anything')).toEqual([]);
  expect(await failureOf(engine.call('index', { matter: '00000000-0000-4000-8000-000000000000' }))).toMatchObject({
    kind: 'matter-not-found',
  });
});
