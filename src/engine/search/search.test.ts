import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine';
import { foundBy, makeWorkplace, matterOf, passagesOf, type Workplace } from '../testing/workplace.fixture';

const files = {
  '民法.txt': `民法摘编

第一千零二十四条　民事主体享有名誉权。任何组织或者个人不得以侮辱、诽谤等方式侵害他人的名誉权。

第一千零二十五条　行为人为公共利益实施新闻报道，影响他人名誉的，不承担民事责任，但本法第一千零二十四条另有规定的除外。

第五百六十三条　因不可抗力致使不能实现合同目的的，当事人可以解除合同。
`,
  '评论.txt': '评论第1024条：该条的名誉权保护范围很宽，第1024条的适用以侵害名誉权为前提，名誉权纠纷多引用第1024条。\n',
  '判决.txt': '（2021）最高法民终518号民事判决书\n\n本院认为，出租人未按约交付房屋，应当返还押金。\n',
  'Acme Supply Agreement.md': `# Acme Supply Agreement

## Article 7 Late delivery

Where the supplier is late by more than thirty days, the purchaser may withdraw from the agreement 😀 and claim damages.

## Article 8 Force majeure

No party is liable for a failure caused by an event that it could not foresee, such as an earthquake.
`,
  'letter.txt':
    'Dear Sirs,\n\nmajeure force and force of majeure are not the words we quote. The shipment is late again, and we are losing patience.\n',
};

let place: Workplace;
let engine: Engine;
let matter: string;

beforeAll(async () => {
  place = await makeWorkplace(files);
  engine = await place.engine();
  matter = await matterOf(engine, place.folder);
  await engine.call('index', { matter });
});
afterAll(() => place.remove());

const ask = async (query: string, options = {}) =>
  engine.call('search', { matter, query, threshold: false, ...options });

test('meaning finds what shares no word with the question', async () => {
  const [first] = passagesOf(await ask('Can the buyer cancel when the vendor ships too late?', { mode: 'semantic' }));
  expect(first).toMatchObject({ heading: ['Acme Supply Agreement', 'Article 7 Late delivery'] });
});

test.each(['Article 1024', '第1024条', '第一千零二十四條 名誉权 公共利益', 'art. 1024 of the code'])(
  'the article that %s cites comes first, not what refers to it',
  async (query) => {
    for (const mode of ['hybrid', 'lexical']) {
      const [first, ...others] = passagesOf(await ask(query, { mode }));
      expect(first?.text).toMatch(/^第一千零二十四条/);
      expect(first?.parts.exact).toBeGreaterThan(0);
      for (const other of others) expect(other.parts.exact).toBe(0);
    }
  },
);

test('an article of a contract is cited by the number in its heading', async () => {
  const [first] = passagesOf(await ask('article 8'));
  expect(first?.heading.at(-1)).toBe('Article 8 Force majeure');
});

test.each(['（2021）最高法民终518号', '(2021)最高法民终518号 名誉权', '〔２０２１〕最高法民終518號'])(
  'a case by its number: %s',
  async (query) => {
    expect((await foundBy(engine, matter, query, { mode: 'hybrid' }))[0]).toBe('判决.txt');
  },
);

test('a quoted phrase comes before everything that resembles it', async () => {
  const [first, second] = passagesOf(await ask('"withdraw from the agreement" late shipment patience'));
  expect(first?.text).toContain('withdraw from the agreement');
  expect(first?.parts.exact).toBeGreaterThan(second?.parts.exact ?? 0);
  for (const passage of passagesOf(await ask('“force of majeure”'))) {
    expect(passage.parts.exact > 0).toBe(passage.text.includes('force of majeure'));
  }
});

test('passages are slices of their documents, with marks within, and parts that sum to the score', async () => {
  for (const query of ['withdraw damages 名誉权', '押金', '"late"', 'earthquake']) {
    const result = await ask(query);
    expect(result.groups.length).toBeGreaterThan(0);
    const ranks = passagesOf(result).map((passage) => passage.rank);
    expect(ranks).toEqual(ranks.map((_, index) => index + 1));
    for (const { document, passages } of result.groups) {
      for (const { start, end, text, codePoints, highlights, score, parts } of passages) {
        const view = await engine.call('readDocument', { matter, document: document.id, from: 0, to: 200_000 });
        expect(view.text.slice(start, end)).toBe(text);
        expect([...view.text].slice(codePoints.start, codePoints.end).join('')).toBe(text);
        expect(score).toBeCloseTo(parts.semantic + parts.lexical + parts.document + parts.exact, 6);
        for (const mark of highlights) expect(text.slice(mark.start, mark.end)).toMatch(/\S/);
      }
    }
  }
});

test('the threshold leaves fewer, the limit no more than asked for, each passage once', async () => {
  const all = passagesOf(await ask('late delivery'));
  const kept = passagesOf(await ask('late delivery', { threshold: true }));
  expect(kept.length).toBeLessThan(all.length);
  expect(kept.map((one) => one.chunk)).toEqual(all.slice(0, kept.length).map((one) => one.chunk));
  expect(passagesOf(await ask('late delivery', { limit: 2 }))).toHaveLength(2);
  expect(new Set(all.map((one) => one.chunk)).size).toBe(all.length);
});

describe('every string is a valid question', () => {
  test.each([
    ['nothing', '', 0],
    ['white space', ' \n\t　', 0],
    ['an empty phrase', '""', 0],
    ['one letter', 'a', null],
    ['one character', '法', null],
    ['a quotation mark', '"', 0],
    ['SQL', "'; DROP TABLE chunks; -- ' OR 1=1", null],
    ['HTML', '<script>alert("x")</script><img src=x onerror=y>', null],
    ['filter syntax', 'type:docx path:*/合同/* after:2023-01-01 NOT (a w/5 b) +x -y ~z^2 [a TO b]', null],
    ['wild cards', '* ? % _ \\ .* [a-z]', null],
    ['NUL', 'a\u0000b\u0000', null],
    ['half a character', 'x \ud800 y', null],
    ['only half a character', '\udc00', 0],
    ['emoji', '😀👩‍👩‍👧', 0],
    ['JSON', '{"match":{"words":"a"}}', null],
    ['10,000 letters', 'a'.repeat(10_000), null],
    ['10,000 characters', '违约责任'.repeat(2500), null],
    ['10,000 words', Array.from({ length: 10_000 }, (_, index) => `w${index}`).join(' '), null],
    ['10,000 quotation marks', '"'.repeat(10_000), 0],
    ['10,000 brackets', '('.repeat(10_000), 0],
  ])('%s', async (_name, query, count) => {
    for (const mode of ['hybrid', 'lexical', 'semantic'] as const) {
      const result = await ask(query, { mode });
      expect(result.query).toBe(query);
      if (count !== null) expect(passagesOf(result)).toHaveLength(count);
    }
  });
});

test('a question that is longer than the model reads says how much of it was read', async () => {
  const { notes } = await ask('违约责任'.repeat(2500));
  expect(notes).toEqual([{ kind: 'question-shortened', characters: expect.any(Number) }]);
});

test('a search can be cancelled', async () => {
  const controller = new AbortController();
  const answer = engine.call('search', { matter, query: 'late' }, controller.signal);
  controller.abort();
  await expect(answer).rejects.toThrow();
});

// The last test: it changes the matter.
test('what has no vector yet is found by its words, and a note says so', async () => {
  await place.write({ 'fresh.txt': 'A fresh memorandum on usufruct.\n' });
  await engine.call('index', { matter, vectors: false });
  const result = await ask('usufruct memorandum');
  expect(result.notes).toEqual([
    { kind: 'vectors-incomplete', chunks: expect.any(Number), vectors: expect.any(Number) },
  ]);
  expect(passagesOf(result)[0]).toMatchObject({ text: 'A fresh memorandum on usufruct.', parts: { semantic: 0 } });
});
