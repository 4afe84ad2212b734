import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder, Passage } from './embedder';

export interface SuiteOptions {
  readonly create: () => Promise<Embedder>;
  readonly dimensions: number;
}

const statute: Passage = {
  title: '民法典',
  heading: ['第四编 人格权', '名誉权和荣誉权'],
  text: '第一千零二十四条 民事主体享有名誉权。',
};
const lease: Passage = {
  title: 'Lease',
  heading: ['4 Rent'],
  text: 'The Tenant shall pay the rent on the first business day of each month.',
};
const minutes: Passage = { title: '会议纪要', heading: [], text: '双方同意将交货期推迟至十月底，违约金不变。' };
const nasty: Passage = { title: '', heading: [], text: '😀 𠮷野家 \ud800 <s></s> ﷺ \u0000 مرحبا' };
const passages: readonly Passage[] = [statute, lease, minutes, nasty];

/** What any embedder must do, whatever runs it. */
export function embedderSuite(name: string, { create, dimensions }: SuiteOptions): void {
  describe(name, () => {
    let embedder: Embedder;

    beforeAll(async () => {
      embedder = await create();
    });

    afterAll(() => embedder.close());

    const row = (vectors: Float32Array, index: number) =>
      vectors.subarray(index * embedder.dimensions, (index + 1) * embedder.dimensions);

    test('has a fingerprint that can name a table', () => {
      expect(embedder.fingerprint).toMatch(/^[a-z]+_[0-9a-f]{12}$/);
      expect(embedder.batch).toBeGreaterThan(0);
    });

    test('gives unit vectors of its dimensions', async () => {
      expect(embedder.dimensions).toBe(dimensions);
      const vectors = await embedder.embedPassages(passages);
      const { vector, shortenedTo } = await embedder.embedQuery('名誉权受到侵害怎么办');
      expect(vectors.length).toBe(passages.length * dimensions);
      expect(shortenedTo).toBeNull();
      for (const one of [vector, ...passages.map((_, index) => row(vectors, index))]) {
        expect(one.length).toBe(dimensions);
        expect(Math.hypot(...one)).toBeCloseTo(1, 3);
      }
    });

    test("a text's vector does not depend on its neighbours, nor on when it was asked for", async () => {
      const together = await embedder.embedPassages(passages);
      const again = await embedder.embedPassages(passages.toReversed());
      for (const [index, passage] of passages.entries()) {
        const alone = await embedder.embedPassages([passage]);
        expect(alone).toEqual(row(together, index));
        expect(alone).toEqual(row(again, passages.length - 1 - index));
      }
    });

    test('meaning decides, with few words in common', async () => {
      const { vector } = await embedder.embedQuery('别人诋毁我，损害我的名声');
      const vectors = await embedder.embedPassages(passages);
      const scores = passages.map((_, index) => dot(vector, row(vectors, index)));
      expect(scores.indexOf(Math.max(...scores))).toBe(0);
    });

    test('nothing but white space, or nothing at all, has a vector too', async () => {
      expect((await embedder.embedPassages([])).length).toBe(0);
      const vectors = await embedder.embedPassages([
        { title: '', heading: [], text: '' },
        { title: ' ', heading: ['\n'], text: '　。' },
      ]);
      expect(row(vectors, 0)).toEqual(row(vectors, 1));
      for (const query of ['', ' ', '。']) expect((await embedder.embedQuery(query)).vector.length).toBe(dimensions);
    });

    test('equal passages have equal vectors, each in its row', async () => {
      const vectors = await embedder.embedPassages([statute, lease, statute]);
      expect(row(vectors, 0)).toEqual(row(vectors, 2));
      expect(row(vectors, 0)).not.toEqual(row(vectors, 1));
    });

    test('a question that is too long is shortened, and says by how much', async () => {
      const long = '承租人逾期支付租金的，出租人可以解除合同。'.repeat(500);
      const { vector, shortenedTo } = await embedder.embedQuery(long);
      expect(shortenedTo).toBeGreaterThan(500);
      expect(shortenedTo).toBeLessThan(long.length);
      const read = await embedder.embedQuery(long.slice(0, shortenedTo ?? 0));
      expect(read.shortenedTo).toBeNull();
      expect(dot(vector, read.vector)).toBeCloseTo(1, 5);
    });

    test('a passage that is too long is refused, not cut', async () => {
      const text = '承租人逾期支付租金的，出租人可以解除合同。'.repeat(1500);
      await expect(embedder.embedPassages([{ title: '', heading: [], text }])).rejects.toMatchObject({
        failure: { kind: 'bad-request' },
      });
    });

    test('a question overtakes passages', async () => {
      const done: string[] = [];
      const work = embedder.embedPassages(many(100)).then(() => done.push('passages'));
      await embedder.embedQuery('名誉权').then(() => done.push('question'));
      expect(done).toEqual(['question']);
      await work;
    });

    test('aborting rejects at once, and the next call works', async () => {
      const controller = new AbortController();
      const work = embedder.embedPassages(many(2000), controller.signal);
      setTimeout(() => controller.abort(), 100);
      const begin = performance.now();
      await expect(work).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
      expect(performance.now() - begin).toBeLessThan(10_000);
      await expect(embedder.embedQuery('名誉权', controller.signal)).rejects.toMatchObject({
        failure: { kind: 'cancelled' },
      });
      expect((await embedder.embedPassages([statute])).length).toBe(dimensions);
    });
  });
}

/** Different passages of some fifty characters. */
export function many(count: number): Passage[] {
  return Array.from({ length: count }, (_, n) => ({
    title: '租赁合同',
    heading: [`第${n}条`],
    text: `承租人应当按照约定的期限支付租金，逾期${n}日仍不支付的，出租人可以解除合同，并要求赔偿损失。`,
  }));
}

export function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
