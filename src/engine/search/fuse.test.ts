import { describe, expect, test } from 'vitest';
import { type Candidate, gather } from './candidates';
import { type Fusion, fuse } from './fuse';
import { threshold } from './threshold';

const plain: Fusion = { mode: 'hybrid', floor: 0.7, named: () => 0, exact: new Set() };
const candidate = (chunk: number, bm25: number, cosine: number | null, document = chunk): Candidate => ({
  chunk,
  document,
  bm25,
  cosine,
});
const hit = (chunk: number, score: number) => ({ chunk, document: chunk * 10, score });

describe('fuse', () => {
  test('each part is on one scale, from the least of the matter to the best of the question', () => {
    const [best, middle, least] = fuse([candidate(3, 0, 0.7), candidate(2, 5, 0.8), candidate(1, 10, 0.9)], plain);
    expect(best).toMatchObject({
      chunk: 1,
      parts: { semantic: expect.closeTo(0.7), lexical: expect.closeTo(0.3), document: 0, exact: 0 },
    });
    expect(middle).toMatchObject({
      chunk: 2,
      parts: { semantic: expect.closeTo(0.35), lexical: expect.closeTo(0.15) },
    });
    expect(least).toMatchObject({ chunk: 3, score: 0 });
  });

  test.each(['hybrid', 'lexical', 'semantic'] as const)(
    'the parts sum to the score, and the scores fall: %s',
    (mode) => {
      const candidates = Array.from({ length: 200 }, (_, index) =>
        candidate(index, (index * 7919) % 13, index % 5 === 0 ? null : 0.6 + ((index * 31) % 97) / 300, index % 17),
      );
      const scored = fuse(candidates, {
        mode,
        floor: 0.62,
        named: (document) => document / 16,
        exact: new Set([3, 50]),
      });
      expect(scored).toHaveLength(200);
      for (const { score, parts } of scored) {
        expect(score).toBeCloseTo(parts.semantic + parts.lexical + parts.document + parts.exact, 10);
        expect(Number.isFinite(score) && score >= 0).toBe(true);
      }
      expect(scored.map((one) => one.score)).toEqual(scored.map((one) => one.score).sort((a, b) => b - a));
    },
  );

  test('what is exact is never outranked, however much else resembles the question', () => {
    const [first] = fuse([candidate(1, 100, 0.99), candidate(2, 0.001, null), candidate(3, 0, 0.7)], {
      ...plain,
      named: (document) => (document === 1 ? 1 : 0),
      exact: new Set([2]),
    });
    expect(first?.chunk).toBe(2);
    const [, second] = fuse([candidate(1, 100, 0.99), candidate(3, 0, 0.7), candidate(4, 9, 0.9)], {
      ...plain,
      exact: new Set([3, 4]),
    });
    expect(second?.chunk).toBe(3);
  });

  test('a document that the question names comes before one that it does not', () => {
    const [first] = fuse([candidate(1, 10, 0.86), candidate(2, 8, 0.85)], {
      ...plain,
      named: (document) => (document === 2 ? 1 : 0),
    });
    expect(first?.chunk).toBe(2);
  });

  test('without a vector a passage is judged by its words alone', () => {
    const [first] = fuse([candidate(1, 10, null), candidate(2, 0, 0.9)], plain);
    expect(first).toMatchObject({ chunk: 1, parts: { semantic: 0, lexical: 1 } });
  });

  test('nothing found, nothing scored; cosines below the floor count as none', () => {
    expect(fuse([], plain)).toEqual([]);
    expect(fuse([candidate(1, 0, 0.5)], plain)).toMatchObject([{ score: 0 }]);
  });
});

describe('gather', () => {
  test('a score that one search did not give is looked up, not taken for none', async () => {
    const asked: (readonly number[])[] = [];
    const found = { lexical: [hit(1, 9), hit(2, 8)], semantic: [hit(2, 0.9), hit(3, 0.8)], exact: [hit(4, 99)] };
    const candidates = await gather(
      found,
      async (chunks) => {
        asked.push(chunks);
        return [hit(3, 0.5)];
      },
      async (chunks) => {
        asked.push(chunks);
        return [hit(1, 0.7), hit(4, 0.6)];
      },
    );
    expect(asked).toEqual([
      [3, 4],
      [1, 4],
    ]);
    expect(candidates).toEqual([
      { chunk: 1, document: 10, bm25: 9, cosine: 0.7 },
      { chunk: 2, document: 20, bm25: 8, cosine: 0.9 },
      { chunk: 3, document: 30, bm25: 0.5, cosine: 0.8 },
      { chunk: 4, document: 40, bm25: 0, cosine: 0.6 },
    ]);
  });
});

describe('threshold', () => {
  const scored = (...scores: number[]) =>
    fuse(
      scores.map((score, index) => candidate(index, score * 10, null)),
      { ...plain, mode: 'lexical' },
    );

  test('keeps what scores 0.85 of the mean of the best five', () => {
    // Mean of the five best: 0.9; 0.85 of it: 0.765.
    const kept = threshold(scored(1, 0.95, 0.9, 0.85, 0.8, 0.77, 0.76, 0.1));
    expect(kept.map((one) => one.score)).toEqual([1, 0.95, 0.9, 0.85, 0.8, 0.77]);
  });

  test('of a single answer keeps it, of none none', () => {
    expect(threshold(scored(1))).toHaveLength(1);
    expect(threshold([])).toEqual([]);
  });
});
