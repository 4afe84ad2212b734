import type { Line } from './lines';

/**
 * Lines of a page in reading order. Pages are nearly always drawn in it; where many lines are drawn above the one before them though
 * they stand in the same column, the page was put together in some other order, and lines are sorted from top to bottom.
 */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  let upwards = 0;
  for (let i = 1; i < lines.length; i++) {
    const [before, line] = [lines[i - 1], lines[i]];
    if (before === undefined || line === undefined || before.angle !== line.angle) continue;
    if (line.baseline > before.baseline + before.size * 0.5 && overlap(before, line) > 0.5) upwards++;
  }
  if (lines.length < 5 || upwards <= lines.length * 0.2) return [...lines];
  return mergeRows([...lines].sort((a, b) => a.angle - b.angle || b.baseline - a.baseline || a.left - b.left));
}

/** Share of the shorter line that lies above or below the other. */
function overlap(a: Line, b: Line): number {
  const common = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return common / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}

/** Lines that stand side by side, left to right: their baselines may differ by a hair. */
function mergeRows(sorted: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const beside =
      first !== undefined && first.angle === line.angle && first.baseline - line.baseline < first.size * 0.4;
    if (beside && row !== undefined) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left));
}
