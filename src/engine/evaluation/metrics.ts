/** A run of text in one file, `[start, end)` in code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How well one question was answered: for each gold item the rank (from 1) of the first passage that hits it, null where
 * none does.
 */
export type GoldRanks = readonly (number | null)[];

const ENOUGH_CHARACTERS = 50;
const RANKS_JUDGED = 10;

/** A passage counts for a gold span when it holds at least 50 characters or half of it. */
export function hits(passage: Span, gold: Span): boolean {
  const overlap = Math.min(passage.end, gold.end) - Math.max(passage.start, gold.start);
  return overlap > 0 && (overlap >= ENOUGH_CHARACTERS || overlap * 2 >= gold.end - gold.start);
}

/** The share of the gold items that are hit within the first `k` passages. */
export function recallAt(k: number, ranks: GoldRanks): number {
  return ranks.length === 0 ? 0 : found(ranks, k).length / ranks.length;
}

/** 1 / rank of the first passage that hits anything, 0 where that is not among the first ten. */
export function reciprocalRank(ranks: GoldRanks): number {
  const best = found(ranks, RANKS_JUDGED)[0];
  return best === undefined ? 0 : 1 / best;
}

/**
 * Normalised discounted cumulative gain over the first ten passages (Järvelin and Kekäläinen 2002, gain 1, log2(rank + 1)).
 * Each gold item gains once. Items that one passage holds together take the places that follow it, so that the gain never
 * exceeds the ideal one.
 */
export function ndcg(ranks: GoldRanks): number {
  let gain = 0;
  let place = 0;
  for (const rank of found(ranks, RANKS_JUDGED)) {
    place = Math.max(rank, place + 1);
    if (place <= RANKS_JUDGED) gain += discount(place);
  }
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(RANKS_JUDGED, ranks.length); rank++) ideal += discount(rank);
  return ideal === 0 ? 0 : gain / ideal;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that at least `share` of the values do not exceed (nearest rank); 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The ranks up to `k`, best first. */
function found(ranks: GoldRanks, k: number): number[] {
  return ranks.filter((rank): rank is number => rank !== null && rank <= k).toSorted((a, b) => a - b);
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 1);
}
