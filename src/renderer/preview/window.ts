import type { DocumentView } from '../../contract/search';

/** How much text is loaded at a time, and how much is kept, in UTF-16 units. */
export const STEP = 30_000;
const KEPT = 240_000;

/** The window to load so that a passage has text on both sides. */
export function windowAround(start: number, end: number): { from: number; to: number } {
  return { from: Math.max(0, start - STEP / 2), to: end + STEP / 2 };
}

/** One view of two that touch, `first` being the earlier one. */
export function joined(first: DocumentView, second: DocumentView): DocumentView {
  const ownPages = new Set(first.pages.map((page) => page.page));
  return {
    ...second,
    from: first.from,
    text: first.text + second.text,
    headings: [...first.headings, ...second.headings.filter((heading) => heading.start >= first.to)],
    // A window also tells the page that it begins in, which the earlier one has told already.
    pages: [...first.pages, ...second.pages.filter((page) => !ownPages.has(page.page))],
  };
}

/** The view without what exceeds the kept length at the far end: the end opposite to the one that grew. */
export function trimmed(view: DocumentView, grew: 'before' | 'after'): DocumentView {
  const excess = view.text.length - KEPT;
  if (excess <= 0) return view;
  const from = grew === 'after' ? view.from + excess : view.from;
  const to = grew === 'before' ? view.to - excess : view.to;
  const inside = view.pages.filter((page) => page.start >= from && page.start < to);
  const begunIn = view.pages.filter((page) => page.start < from).at(-1);
  return {
    ...view,
    from,
    to,
    text: view.text.slice(from - view.from, to - view.from),
    headings: view.headings.filter((heading) => heading.start >= from && heading.start < to),
    pages: begunIn ? [begunIn, ...inside] : inside,
  };
}

/** The page that stands at an offset of the document's text. */
export function pageAt(view: Pick<DocumentView, 'pages'>, offset: number): number | null {
  return view.pages.filter((page) => page.start <= offset).at(-1)?.page ?? view.pages[0]?.page ?? null;
}
