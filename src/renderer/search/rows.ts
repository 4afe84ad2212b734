import type { DocumentSummary, Passage, SearchResult } from '../../contract/search';

/** A line of the list of results. */
export type Row =
  | { readonly kind: 'file'; readonly key: string; readonly document: DocumentSummary }
  | { readonly kind: 'passage'; readonly key: string; readonly document: DocumentSummary; readonly passage: Passage }
  | {
      readonly kind: 'fold';
      readonly key: string;
      readonly document: DocumentSummary;
      /** How many passages are folded away; 0 when all are shown. */
      readonly hidden: number;
    }
  | { readonly kind: 'more'; readonly key: 'more' };

/** How many passages of a file are shown before the rest is folded away. */
const SHOWN = 3;

/** @param more whether the engine has more passages than it was asked for */
export function rowsOf(result: SearchResult, expanded: ReadonlySet<number>, more: boolean): Row[] {
  const rows: Row[] = [];
  for (const { document, passages } of result.groups) {
    rows.push({ kind: 'file', key: `file ${document.id}`, document });
    // Folding away a single passage would cost the line that it saves.
    const foldable = passages.length > SHOWN + 1;
    const shown = foldable && !expanded.has(document.id) ? passages.slice(0, SHOWN) : passages;
    for (const passage of shown) rows.push({ kind: 'passage', key: `passage ${passage.chunk}`, document, passage });
    if (foldable) {
      rows.push({ kind: 'fold', key: `fold ${document.id}`, document, hidden: passages.length - shown.length });
    }
  }
  if (more) rows.push({ kind: 'more', key: 'more' });
  return rows;
}

/** The chunk that comes `by` passages after the selected one in the list; the ends of the list stop it. */
export function neighbour(rows: readonly Row[], selected: number | null, by: 1 | -1): number | null {
  const chunks = rows.flatMap((row) => (row.kind === 'passage' ? [row.passage.chunk] : []));
  const at = selected === null ? -1 : chunks.indexOf(selected);
  if (at === -1) return chunks[0] ?? null;
  return chunks[Math.min(Math.max(at + by, 0), chunks.length - 1)] ?? null;
}
