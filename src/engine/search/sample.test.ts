import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Engine } from '../engine';
import { makeWorkplace, resources, type Workplace } from '../testing/workplace.fixture';

const goldSchema = z.object({
  questions: z.array(z.object({ query: z.string(), gold: z.array(z.object({ path: z.string() })) })),
});

let place: Workplace;
let engine: Engine;
let matter: string;

beforeAll(async () => {
  place = await makeWorkplace();
  engine = await place.engine();
  ({ id: matter } = await engine.call('openSample', { language: 'zh' }));
  await engine.call('index', { matter });
}, 300_000);
afterAll(() => place.remove());

test('all files of the sample are searchable', async () => {
  const { counts, coverage } = await engine.call('status', { matter });
  expect(counts.indexed).toBe(counts.discovered);
  expect(counts.discovered).toBeGreaterThanOrEqual(14);
  expect(coverage.vectors).toBe(coverage.chunks);
});

test.each(['zh', 'en'] as const)(
  'the questions to try give passages, most of them from the right file: %s',
  async (language) => {
    const content = await readFile(join(resources, 'samples', 'questions.json'), 'utf8');
    const { questions } = goldSchema.parse(JSON.parse(content));
    const toTry = await engine.call('sampleQuestions', { language });
    expect(toTry).toHaveLength(3);
    const answered: string[] = [];
    for (const query of toTry) {
      const gold = questions.find((question) => question.query === query)?.gold.map((one) => one.path) ?? [];
      expect(gold.length, query).toBeGreaterThan(0);
      const { groups } = await engine.call('search', { matter, query });
      expect(groups.length, query).toBeGreaterThan(0);
      const found = groups.flatMap((group) => group.document.files.map((file) => file.path));
      if (found.some((path) => gold.includes(path))) answered.push(query);
    }
    expect(answered.length, `answered: ${answered.join(' ')}`).toBeGreaterThanOrEqual(2);
  },
);

test('the sample is made once, whatever the language', async () => {
  expect((await engine.call('openSample', { language: 'en' })).id).toBe(matter);
  expect(await engine.call('listMatters', {})).toHaveLength(1);
});
