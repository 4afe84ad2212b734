import type { Scored } from './fuse';

const best = 5;
const share = 0.85;

/**
 * Drops what scores less than 0.85 of the mean of the five best. `scored` is in the order of the scores. What the
 * question quotes or cites is always kept.
 */
export function threshold(scored: readonly Scored[]): Scored[] {
  const top = scored.slice(0, best);
  if (top.length === 0) return [];
  const least = (top.reduce((sum, one) => sum + one.score, 0) / top.length) * share;
  return scored.filter((one) => one.score >= least || one.parts.exact > 0);
}
