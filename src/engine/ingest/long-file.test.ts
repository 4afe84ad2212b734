import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { filesOf, foundBy, makeWorkplace, matterOf, type Workplace } from '../testing/workplace.fixture';

let place: Workplace;
afterEach(() => place.remove());

const megabytes = 20;

test(`${megabytes} MB of text in one file is found by its words`, { timeout: 300_000 }, async () => {
  place = await makeWorkplace();
  const lines: string[] = [];
  for (let length = 0, line = 0; length < megabytes * 1e6; line++) {
    lines.push(
      `第${line}号记录：卖方于当日交付货物${line * 7}件，买方验收合格。 The buyer accepted delivery of ${line * 7} items.\n`,
    );
    length += 130;
  }
  await writeFile(join(place.folder, 'log.txt'), lines.join('\n'));
  const engine = await place.engine();
  const matter = await matterOf(engine, place.folder);
  const report = await engine.call('index', { matter, vectors: false });
  expect(report).toMatchObject({ files: { indexed: 1, failed: 0 }, documents: 1 });
  const last = (lines.length - 1) * 7;
  const { groups } = await engine.call('search', { matter, query: String(last), mode: 'lexical' });
  expect(groups[0]?.passages[0]?.text).toContain(`货物${last}件`);
});

test('100,000 short lines, and one line of 150,000 characters, are found', { timeout: 300_000 }, async () => {
  place = await makeWorkplace({
    'lines.txt': Array.from({ length: 100_000 }, (_, line) => `记录${line}`).join('\n'),
    'line.txt': `${'x'.repeat(50_000)} needle ${'文'.repeat(100_000)}`,
  });
  const engine = await place.engine();
  const matter = await matterOf(engine, place.folder);
  await engine.call('index', { matter, vectors: false });
  expect(await filesOf(engine, matter)).toEqual(['line.txt: indexed', 'lines.txt: indexed']);
  expect(await foundBy(engine, matter, 'needle')).toEqual(['line.txt']);
  expect(await foundBy(engine, matter, '99999')).toEqual(['lines.txt']);
});
