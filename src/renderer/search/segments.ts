import type { Highlight } from '../../contract/search';

/** A run of text that is set in the same way throughout. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
  readonly strong: boolean;
}

/** What the writing of a text says about how it is to be set, as spans of it. */
export interface Markup {
  readonly strong: readonly Highlight[];
  /** Signs that only say how the text is to be set. */
  readonly hidden: readonly Highlight[];
}

export const NO_MARKUP: Markup = { strong: [], hidden: [] };

/** The strong emphasis of Markdown. All else stays as it is written: what is shown is the file itself. */
export function markdownMarkup(text: string): Markup {
  const strong: Highlight[] = [];
  const hidden: Highlight[] = [];
  for (const match of text.matchAll(/\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*/g)) {
    const start = match.index;
    const end = start + match[0].length;
    strong.push({ start, end });
    hidden.push({ start, end: start + 2 }, { start: end - 2, end });
  }
  return { strong, hidden };
}

/**
 * Cuts `text` at the edges of its highlights, given in UTF-16 units of it, in any order. They may overlap or reach
 * beyond the text. Without what is hidden, the texts of the segments add up to `text`; none is empty.
 */
export function segmentsOf(text: string, highlights: readonly Highlight[], markup: Markup = NO_MARKUP): Segment[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...highlights, ...markup.strong, ...markup.hidden]) {
    edges.add(Math.min(start, text.length));
    edges.add(Math.min(end, text.length));
  }
  const cuts = [...edges].sort((one, other) => one - other);
  const segments: Segment[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined || covers(markup.hidden, start)) continue;
    const part = {
      text: text.slice(start, end),
      marked: covers(highlights, start),
      strong: covers(markup.strong, start),
    };
    const last = segments.at(-1);
    if (last && last.marked === part.marked && last.strong === part.strong) {
      segments[segments.length - 1] = { ...part, text: last.text + part.text };
    } else segments.push(part);
  }
  return segments;
}

function covers(spans: readonly Highlight[], offset: number): boolean {
  return spans.some((span) => span.start <= offset && offset < span.end);
}
