import { stat } from 'node:fs/promises';
import { QuaereError } from '../../contract/errors';
import type { DocumentSummary, DocumentView } from '../../contract/search';
import { summarize } from '../search/passages';
import type { MatterStore } from '../store/matter-store';

/** UTF-16 units that are given at a time: a very long document is read in windows. */
const widest = 200_000;

/** A window of a document's text. Fails with `document-not-found`. */
export async function readDocument(store: MatterStore, id: number, from: number, to: number): Promise<DocumentView> {
  const document = summarize(store, id);
  const content = document === null ? null : await store.documents.content(id);
  if (document === null || content === null) throw new QuaereError({ kind: 'document-not-found' });
  const { text, headings, pages } = content;
  const start = whole(text, Math.min(from, text.length));
  const end = whole(text, Math.min(Math.max(to, start), start + widest, text.length));
  const begun = pages.map((offset, index) => ({ page: index + 1, start: offset }));
  return {
    document,
    length: text.length,
    from: start,
    to: end,
    text: text.slice(start, end),
    headings: headings.filter((heading) => heading.start >= start && heading.start < end),
    pages: begun.filter(
      (page, index) =>
        page.start < end && (page.start >= start || (begun[index + 1]?.start ?? text.length + 1) > start),
    ),
    pageCount: pages.length === 0 ? null : pages.length,
    source: await sourceState(document),
  };
}

/** Not between the two halves of a code point. */
function whole(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset + 1 : offset;
}

/** Whether a file on disk is still the one that was indexed, as far as its time tells. */
async function sourceState({ files }: DocumentSummary): Promise<DocumentView['source']> {
  const states = await Promise.all(
    files.map(({ file, modified }) =>
      stat(file).then(
        (info) => (info.mtimeMs === modified ? ('same' as const) : ('changed' as const)),
        () => 'missing' as const,
      ),
    ),
  );
  return states.find((state) => state === 'same') ?? states.find((state) => state === 'changed') ?? 'missing';
}
