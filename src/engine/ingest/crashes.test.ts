import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { expectConsistent } from '../testing/consistency.fixture';
import { root } from '../testing/documents.fixture';
import {
  contracts,
  failureOf,
  foundBy,
  isIndexing,
  makeWorkplace,
  matterOf,
  passagesOf,
  until,
  type Workplace,
} from '../testing/workplace.fixture';

let place: Workplace;
afterEach(() => place.remove());

/** The engine in a process of its own: the command line. */
function indexInChild() {
  const args = [join(root, 'out', 'main', 'quaere.js'), 'index', place.folder, '--matter', 'Case', '--json'];
  const child = spawn(process.execPath, args, { env: { ...process.env, QUAERE_HOME: place.home }, stdio: 'ignore' });
  return { child, ended: once(child, 'exit') };
}

test('killed again and again while files come, change and go, it ends complete and consistent', {
  timeout: 600_000,
}, async () => {
  place = await makeWorkplace(contracts(25));
  const delays: number[] = [];
  for (let kill = 0; kill < 6; kill++) {
    const { child, ended } = indexInChild();
    await Promise.race([until(() => isIndexing(place.home)), ended]);
    // Long enough that some kills meet the reading, some the vectors.
    delays.push(Math.round(Math.random() * 4000));
    await Promise.race([new Promise((resolve) => setTimeout(resolve, delays.at(-1))), ended]);
    child.kill('SIGKILL');
    await ended;
    const changed = Object.fromEntries(Object.entries(contracts(25, 2030 + kill)).slice(kill * 3, kill * 3 + 3));
    await place.write({ ...changed, [`new-${kill}.txt`]: `补充协议 ${kill}\n\n双方同意延期${kill + 1}个月。\n` });
    await rm(join(place.folder, `contract-${24 - kill}.txt`));
  }

  const engine = await place.engine();
  const [matter] = await engine.call('listMatters', {});
  if (matter === undefined) throw new Error('the matter is gone');
  const report = await engine.call('index', { matter: matter.id });
  const files = await readdir(place.folder);
  const context = `killed after ${delays.join(', ')} ms`;
  expect(report.files, context).toEqual({ discovered: files.length, indexed: files.length, skipped: 0, failed: 0 });
  expect(report.vectors, context).toBe(report.chunks);
  for (const file of files) {
    const { rows } = await engine.call('listFiles', { matter: matter.id });
    const row = rows.find((one) => one.path === file);
    const { text } = await engine.call('readDocument', {
      matter: matter.id,
      document: row?.document ?? 0,
      from: 0,
      to: 1e6,
    });
    expect(text, context).toBe(await readFile(join(place.folder, file), 'utf8'));
  }
  await engine.close();
  await expectConsistent(place.home, matter.id);
});

test('a reader that is killed costs the file that it was at, and that one is read at the next asking', async () => {
  place = await makeWorkplace(contracts(20));
  const engine = await place.engine();
  const matter = await matterOf(engine, place.folder);
  const run = engine.call('index', { matter, vectors: false });
  await until(() => place.started('reader').length > 0);
  const [reader] = place.started('reader');
  process.kill(reader!, 'SIGKILL');
  const report = await run;
  expect(report.files.failed).toBe(1);
  expect(report.files.indexed).toBe(19);
  expect((await engine.call('status', { matter })).reasons).toContainEqual({
    state: 'failed',
    reason: 'crashed',
    count: 1,
  });
  expect(await engine.call('index', { matter, vectors: false, retryFailed: true })).toMatchObject({
    files: { indexed: 20, failed: 0 },
  });
});

test('a model process that is killed while vectors are made, or a question is asked, costs nothing', async () => {
  place = await makeWorkplace(contracts(20));
  const engine = await place.engine();
  const recovered: string[] = [];
  engine.on('recovered', ({ what }) => recovered.push(what));
  const matter = await matterOf(engine, place.folder);
  const run = engine.call('index', { matter });
  await until(() => place.started('model').length > 0);
  for (const pid of place.started('model')) process.kill(pid, 'SIGKILL');
  expect(await run).toMatchObject({ chunks: 140, vectors: 140 });
  expect(recovered).toContain('model');

  await engine.close();
  await expectConsistent(place.home, matter);

  const again = await place.engine();
  const before = place.started('model').length;
  const answer = again.call('search', { matter, query: '延迟交货要赔多少钱', mode: 'semantic' });
  await until(() => place.started('model').length > before);
  process.kill(place.started('model').at(-1)!, 'SIGKILL');
  const result = await answer;
  expect(result.notes).toEqual([]);
  expect(passagesOf(result).length).toBeGreaterThan(0);
});

test('a model that dies at every try ends the run with its reason; words answer', async () => {
  place = await makeWorkplace(contracts(3));
  const broken = join(place.aside, 'broken.mjs');
  await writeFile(broken, 'setTimeout(() => process.abort(), Math.random() * 200);');
  const engine = await place.engine({
    workers: { reader: join(root, 'out', 'main', 'reader-worker.js'), model: broken },
  });
  const matter = await matterOf(engine, place.folder);
  expect(await failureOf(engine.call('index', { matter }))).toMatchObject({ kind: 'model-crashed' });
  const [summary] = await engine.call('listMatters', {});
  expect(summary).toMatchObject({
    counts: { indexed: 3 },
    activity: { phase: 'stopped', failure: { kind: 'model-crashed' } },
  });
  const result = await engine.call('search', { matter, query: '第21批货物' });
  expect(result.notes).toMatchObject([{ kind: 'words-only', failure: { kind: 'model-crashed' } }]);
  expect(passagesOf(result)[0]?.text).toContain('第21批货物');
  expect(await foundBy(engine, matter, '违约金')).toHaveLength(3);
  expect(await failureOf(engine.call('search', { matter, query: '货物', mode: 'semantic' }))).toMatchObject({
    kind: 'model-crashed',
  });
});
