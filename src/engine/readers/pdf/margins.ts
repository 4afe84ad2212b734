import type { Line } from './lines';

/** How many lines at the top and at the bottom of a page may belong to its header and footer. */
const DEPTH = 3;

/**
 * The lines of each page that are its header or footer: the same words, numbers aside, at the same height of at least three pages and
 * two fifths of all (left and right pages may differ).
 */
export function findMargins(pages: readonly (readonly Line[])[]): Set<Line> {
  const occurrences = new Map<string, { lines: Line[]; pages: Set<number> }>();
  pages.forEach((lines, page) => {
    for (const line of outermost(lines)) {
      for (const key of keysOf(line)) {
        const found = occurrences.get(key) ?? { lines: [], pages: new Set() };
        occurrences.set(key, found);
        found.lines.push(line);
        found.pages.add(page);
      }
    }
  });
  const margins = new Set<Line>();
  const least = Math.max(3, pages.length * 0.4);
  for (const { lines, pages: on } of occurrences.values()) {
    if (on.size >= least) for (const line of lines) margins.add(line);
  }
  return margins;
}

function outermost(lines: readonly Line[]): Set<Line> {
  const upright = lines.filter((line) => line.angle === 0).sort((a, b) => b.baseline - a.baseline);
  return new Set([...upright.slice(0, DEPTH), ...upright.slice(-DEPTH)]);
}

/** Two keys, so that heights on either side of a rounding step meet. */
function keysOf(line: Line): string[] {
  const words = line.text
    .replace(/\s+/g, ' ')
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+$/i, '#');
  const height = line.baseline / 6;
  return [...new Set([Math.floor(height), Math.round(height) + 0.5])].map((at) => `${at} ${words}`);
}
