import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Activity } from '../../contract/matters';
import type { Engine } from '../engine';
import { expectConsistent } from '../testing/consistency.fixture';
import {
  contracts,
  failureOf,
  foundBy,
  makeWorkplace,
  matterOf,
  until,
  type Workplace,
} from '../testing/workplace.fixture';

const count = 60;

let place: Workplace;
let engine: Engine;
let matter: string;

beforeEach(async () => {
  place = await makeWorkplace(contracts(count));
  engine = await place.engine();
  matter = await matterOf(engine, place.folder);
});
afterEach(() => place.remove());

async function summary() {
  const found = (await engine.call('listMatters', {})).find((one) => one.id === matter);
  if (found === undefined) throw new Error('the matter is gone');
  return found;
}
const reaches = (phase: Activity['phase']) => until(async () => (await summary()).activity.phase === phase);

test('cancelled while vectors are made, the words stay and the next run goes on', async () => {
  const run = failureOf(engine.call('index', { matter }));
  await reaches('embedding');
  await engine.call('cancelIndexing', { matter });
  expect(await run).toEqual({ kind: 'cancelled' });
  const stopped = await summary();
  expect(stopped.activity).toEqual({ phase: 'stopped', failure: { kind: 'cancelled' } });
  expect(stopped.counts).toMatchObject({ indexed: count, waiting: 0 });
  expect(stopped.coverage.vectors).toBeLessThan(stopped.coverage.chunks);
  expect(await foundBy(engine, matter, '第303批货物')).toContain('contract-30.txt');

  const report = await engine.call('index', { matter });
  expect(report).toMatchObject({ documents: count, chunks: count * 7, vectors: count * 7 });
  expect((await summary()).activity).toEqual({ phase: 'idle' });
  await engine.close();
  await expectConsistent(place.home, matter);
});

test('cancelled while files are read, every file has a state and the next run reads the rest', async () => {
  const run = failureOf(engine.call('index', { matter, vectors: false }));
  await reaches('reading');
  await engine.call('cancelIndexing', { matter });
  expect(await run).toEqual({ kind: 'cancelled' });
  const { counts } = await summary();
  expect(counts.waiting).toBeGreaterThan(0);
  expect(counts.waiting + counts.indexed).toBe(count);
  expect(await engine.call('index', { matter, vectors: false })).toMatchObject({
    files: { indexed: count, failed: 0 },
  });
  await engine.close();
  await expectConsistent(place.home, matter, { vectors: false });
});

test('paused, nothing more is read until it is resumed; a paused run can be cancelled', async () => {
  const run = engine.call('index', { matter, vectors: false });
  await reaches('reading');
  await engine.call('pauseIndexing', { matter });
  await until(() => place.started('reader').length > 0);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const paused = await summary();
  expect(paused.activity).toMatchObject({ phase: 'reading', paused: true });
  expect(paused.counts.waiting).toBeGreaterThan(0);
  await engine.call('resumeIndexing', { matter });
  expect(await run).toMatchObject({ files: { indexed: count } });

  await place.write({ 'another.txt': 'One more.' });
  const second = failureOf(engine.call('index', { matter, vectors: false }));
  await engine.call('pauseIndexing', { matter });
  await engine.call('cancelIndexing', { matter });
  expect(await second).toEqual({ kind: 'cancelled' });
  expect(await engine.call('index', { matter, vectors: false })).toMatchObject({ files: { indexed: count + 1 } });
});

test('text first, vectors later; progress is told all the way and ends with all of them', async () => {
  const phases: string[] = [];
  const seen: { chunks: number; vectors: number }[] = [];
  engine.on('matter', ({ activity, coverage }) => {
    if (phases.at(-1) !== activity.phase) phases.push(activity.phase);
    seen.push(coverage);
  });
  expect(await engine.call('index', { matter, vectors: false })).toMatchObject({ chunks: count * 7, vectors: 0 });
  expect(await foundBy(engine, matter, '第303批货物')).toContain('contract-30.txt');
  const report = await engine.call('index', { matter });
  expect(report).toMatchObject({ chunks: count * 7, vectors: count * 7 });
  expect(report.seconds.vectors).toBeGreaterThan(report.seconds.text);
  await until(() => phases.at(-1) === 'idle' && phases.includes('embedding'));
  expect(seen.at(-1)).toEqual({ chunks: count * 7, vectors: count * 7 });
  for (const { chunks, vectors } of seen) expect(vectors).toBeLessThanOrEqual(chunks);
});

test('a folder that is linked while a run is under way is part of it', async () => {
  await writeFile(join(place.aside, 'note.txt'), 'A note on arbitration.');
  const run = engine.call('index', { matter });
  await reaches('embedding');
  await engine.call('linkSources', { matter, paths: [place.aside] });
  const joined = engine.call('index', { matter });
  expect(await joined).toMatchObject({ files: { indexed: count + 1 }, chunks: count * 7 + 1, vectors: count * 7 + 1 });
  await run;
  expect(await foundBy(engine, matter, 'arbitration')).toEqual(['note.txt']);
});

test('folders that are linked at the same moment are all linked', async () => {
  const paths = ['a', 'b', 'c', 'd'].map((name) => join(place.aside, `${name}.txt`));
  for (const path of paths) await writeFile(path, `The file ${path}.`);
  const run = engine.call('index', { matter, vectors: false });
  await Promise.all(paths.map((path) => engine.call('linkSources', { matter, paths: [path] })));
  await run;
  await engine.call('index', { matter, vectors: false });
  expect((await summary()).sources).toHaveLength(5);
  expect((await summary()).counts.indexed).toBe(count + 4);
});
