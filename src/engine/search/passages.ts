import type { DocumentSummary, Passage, SearchResult } from '../../contract/search';
import type { MatterStore } from '../store/matter-store';
import type { ChunkRow } from '../store/rows';
import type { Scored } from './fuse';
import { highlights } from './highlights';
import type { Question } from './parse';

/** The chunks as they are shown, grouped by document, the documents in the order of their best passage. */
export async function passages(
  { store }: { readonly store: MatterStore },
  question: Question,
  ranked: readonly Scored[],
): Promise<SearchResult['groups']> {
  const rows = new Map((await store.chunks.read(ranked.map((one) => one.chunk))).map((row) => [row.id, row]));
  const groups = new Map<number, { document: DocumentSummary; passages: Passage[] }>();
  let rank = 0;
  for (const scored of ranked) {
    const row = rows.get(scored.chunk);
    const document = summarize(store, scored.document);
    // Taken out of the matter while the search was under way.
    if (row === undefined || document === null) continue;
    rank += 1;
    const group = groups.get(document.id) ?? { document, passages: [] };
    group.passages.push(passageOf(row, scored, rank, question));
    groups.set(document.id, group);
  }
  return [...groups.values()];
}

function passageOf(row: ChunkRow, scored: Scored, rank: number, question: Question): Passage {
  return {
    rank,
    chunk: row.id,
    heading: row.heading,
    page: row.page,
    layer: row.layer,
    start: row.start,
    end: row.end,
    codePoints: { start: row.codePoint, end: row.codePoint + [...row.text].length },
    text: row.text,
    highlights: highlights(row.text, question),
    score: scored.score,
    parts: scored.parts,
  };
}

/** Null when no file has this content any more. */
export function summarize(store: MatterStore, document: number): DocumentSummary | null {
  const row = store.documents.get(document);
  const files = store.ledger.filesOf(document);
  if (row === undefined || files.length === 0) return null;
  return {
    id: row.id,
    title: row.title,
    format: row.format,
    sha256: row.sha256,
    files: files.map(({ file, path, modified }) => ({ file, path, modified })),
  };
}
