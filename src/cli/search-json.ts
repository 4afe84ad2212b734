import type { SearchResult } from '../contract/search';

/** The answer as programs read it: the passages of all files in one list, best first; `start` and `end` in code points. */
export function searchJson({ query, took, groups }: SearchResult) {
  const results = groups.flatMap(({ document, passages }) =>
    passages.map(({ rank, heading, page, layer, codePoints, text, score, parts }) => ({
      rank,
      file: document.files[0]?.file,
      path: document.files[0]?.path,
      title: document.title,
      heading,
      page,
      layer,
      start: codePoints.start,
      end: codePoints.end,
      text,
      score,
      parts,
    })),
  );
  return { query, took_ms: took, results: results.toSorted((a, b) => a.rank - b.rank) };
}
