import type { DocumentView, Highlight, Passage } from '../../contract/search';
import { markdownMarkup, type Segment, segmentsOf } from '../search/segments';

/** A line of a document as it is shown. Offsets are UTF-16 units within the document's text. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** 1 to 9 for headings. */
  readonly level: number | null;
  /** The page that begins with this paragraph. */
  readonly page: number | null;
  /** Whether the passage that is shown stands in it. */
  readonly here: boolean;
  /** Empty for a line that Markdown draws. */
  readonly segments: readonly Segment[];
}

type Shown = Pick<Passage, 'start' | 'end' | 'highlights'>;

/** Cuts a window of a document into its lines; blank ones are left out. A page that begins within a line cuts it. */
export function paragraphsOf(view: DocumentView, passage: Shown | null): Paragraph[] {
  const marks = passage?.highlights.map((mark) => moved(mark, passage.start)) ?? [];
  const markdown = view.document.format === 'markdown';
  const paragraphs: Paragraph[] = [];
  let nextPage = 0;
  let nextHeading = 0;
  for (const { start, line } of linesOf(view)) {
    const end = start + line.length;
    let page: number | null = null;
    for (let begun = view.pages[nextPage]; begun && begun.start < end; begun = view.pages[nextPage]) {
      // The first page of a later window begins before it: its separator is not in this window.
      if (begun.start >= view.from) page = begun.page;
      nextPage += 1;
    }
    while ((view.headings[nextHeading]?.end ?? Number.POSITIVE_INFINITY) <= start) nextHeading += 1;
    const heading = view.headings[nextHeading];
    const level = heading && heading.start < end && heading.end > start ? heading.level : null;
    const within = marks.filter((mark) => mark.start < end && mark.end > start).map((mark) => moved(mark, -start));
    paragraphs.push({
      start,
      end,
      level,
      page,
      here: passage !== null && start < passage.end && end > passage.start,
      segments: markdown ? markdownSegments(line, within, level !== null) : segmentsOf(line, within),
    });
  }
  return paragraphs;
}

/** The lines that hold more than white space, without the white space behind them. */
function* linesOf(view: DocumentView): Generator<{ readonly start: number; readonly line: string }> {
  const cuts = new Set(view.pages.map((page) => page.start - view.from).filter((cut) => cut > 0));
  let start = 0;
  for (let at = 0; at <= view.text.length; at += 1) {
    const atLineEnd = at === view.text.length || view.text[at] === '\n';
    if (!atLineEnd && !cuts.has(at)) continue;
    const line = view.text.slice(start, at).trimEnd();
    if (line !== '') yield { start: view.from + start, line };
    start = atLineEnd ? at + 1 : at;
  }
}

/** A line of Markdown without the signs that make it a heading, a drawn line or strong. */
function markdownSegments(line: string, marks: readonly Highlight[], heading: boolean): Segment[] {
  if (/^ {0,3}(?:(?:[-*_][ \t]*){3,}|=+)$/.test(line) || /^[ |:-]*-{3,}[ |:-]*$/.test(line)) return [];
  const sign = heading ? /^ {0,3}#{1,6}[ \t]+/.exec(line)?.[0].length : undefined;
  const { strong, hidden } = markdownMarkup(line);
  return segmentsOf(line, marks, { strong, hidden: sign ? [...hidden, { start: 0, end: sign }] : hidden });
}

function moved({ start, end }: Highlight, by: number): Highlight {
  return { start: Math.max(0, start + by), end: end + by };
}
