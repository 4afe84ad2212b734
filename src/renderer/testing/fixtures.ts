import type { DocumentView, Passage, SearchResult } from '../../contract/search';

type Group = SearchResult['groups'][number];

export function aPassage(chunk: number, changes: Partial<Passage> = {}): Passage {
  return {
    rank: 1,
    chunk,
    heading: [],
    page: null,
    layer: 'text' as const,
    start: 0,
    end: 0,
    codePoints: { start: 0, end: 0 },
    text: '',
    highlights: [],
    score: 1,
    parts: { semantic: 0.7, lexical: 0.3, document: 0, exact: 0 },
    ...changes,
  };
}

export function aDocument(id: number, title = `Document ${id}`): Group['document'] {
  const path = `${title}.md`;
  return { id, title, format: 'markdown', sha256: '', files: [{ file: `/matter/${path}`, path, modified: 0 }] };
}

/** An answer with so many passages in each document; the chunks are numbered from 1 on. */
export function aResult(query: string, passages: readonly number[]): SearchResult {
  let chunk = 0;
  const groups = passages.map((count, index) => ({
    document: aDocument(index + 1),
    passages: Array.from({ length: count }, () => {
      chunk += 1;
      return aPassage(chunk, { rank: chunk });
    }),
  }));
  return { query, took: { total: 1, embed: 0, lexical: 1, semantic: 0 }, groups, notes: [] };
}

/** The window `[from, to)` of a document's text, as the engine gives it. */
export function aView(whole: string, from: number, to: number, changes: Partial<DocumentView> = {}): DocumentView {
  const end = Math.min(to, whole.length);
  return {
    document: aDocument(1),
    length: whole.length,
    from,
    to: end,
    text: whole.slice(from, end),
    headings: [],
    pages: [],
    pageCount: null,
    source: 'same',
    ...changes,
  };
}
