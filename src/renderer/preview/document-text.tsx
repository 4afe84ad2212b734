import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DocumentView, Passage } from '../../contract/search';
import { Highlighted } from '../search/highlighted';
import { useWording } from '../settings/use-wording';
import classes from './document-text.module.css';
import { type Paragraph, paragraphsOf } from './paragraphs';
import { usePreview } from './preview-store';

/** How near the end of the loaded text one has to come before more is loaded, in pixels. */
const NEAR = 1200;

/** How far down in the panel a passage is put, as a share of its height: there one reads. */
const EYE = 0.28;

export function DocumentText(props: {
  readonly view: DocumentView;
  readonly hit: Passage | undefined;
  readonly text: RefObject<HTMLDivElement | null>;
  /** Tells the offset in the document's text where one reads. */
  readonly onOffset: (offset: number) => void;
}) {
  const { view, hit, text: scroller, onOffset } = props;
  const words = useWording();
  const jump = usePreview((state) => state.jump);
  const extend = usePreview((state) => state.extend);
  const paragraphs = useMemo(() => paragraphsOf(view, hit ?? null), [view, hit]);
  /** The line at the top of what is seen, and how far it is from there: kept in place when text comes or goes above it. */
  const anchor = useRef<{ readonly offset: number; readonly top: number } | null>(null);
  const jumped = useRef<number | null>(null);

  const look = useCallback(
    (box: HTMLElement): void => {
      anchor.current = anchorIn(box);
      const read = firstBelow(box, box.scrollTop + box.clientHeight * EYE);
      if (read) onOffset(Number(read.dataset.start));
    },
    [onOffset],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that came or went have moved what is seen
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (jumped.current !== jump) {
      jumped.current = jump;
      const here = box.querySelector<HTMLElement>('[data-here]');
      if (here) box.scrollTop = placeIn(box, here) - box.clientHeight * EYE;
    } else if (anchor.current) {
      const line = lineAt(box, anchor.current.offset);
      if (line) box.scrollTop = line.offsetTop - anchor.current.top;
    }
    look(box);
  }, [paragraphs, jump, scroller, look]);

  // What is shorter than the panel never scrolls: it is filled up until it does.
  useEffect(() => {
    const box = scroller.current;
    if (box && box.scrollHeight <= box.clientHeight + NEAR && view.to < view.length) extend('after');
  }, [view, extend, scroller]);

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    look(box);
    if (box.scrollTop < NEAR && view.from > 0) extend('before');
    else if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR && view.to < view.length) extend('after');
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls by keyboard
      tabIndex={0}
      role="document"
      aria-label={words.preview.textLabel(view.document.title)}
      data-testid="document-text"
    >
      <div
        className={classes.paper}
        data-begins={view.from === 0 || undefined}
        data-ends={view.to >= view.length || undefined}
      >
        {paragraphs.map((paragraph) => (
          <Line key={paragraph.start} paragraph={paragraph} />
        ))}
      </div>
    </div>
  );
}

function Line(props: { readonly paragraph: Paragraph }) {
  const words = useWording();
  const { start, page, level, here, segments } = props.paragraph;
  return (
    <>
      {page !== null && <div className={classes.page}>{words.preview.page(page)}</div>}
      <p
        className={classes.line}
        data-start={start}
        data-here={here || undefined}
        data-testid={here ? 'preview-passage' : undefined}
        data-level={level ?? undefined}
        data-rule={segments.length === 0 || undefined}
        {...(level === null ? {} : { role: 'heading', 'aria-level': Math.min(level + 2, 9) })}
      >
        <Highlighted segments={segments} />
      </p>
    </>
  );
}

/** Where a passage is looked at: at its begin, or at its first mark where that would be out of sight. */
function placeIn(box: HTMLElement, here: HTMLElement): number {
  const mark = box.querySelector<HTMLElement>('[data-here] mark');
  return mark && mark.offsetTop - here.offsetTop > box.clientHeight * 0.55 ? mark.offsetTop : here.offsetTop;
}

function linesIn(box: HTMLElement): NodeListOf<HTMLElement> {
  return box.querySelectorAll<HTMLElement>('[data-start]');
}

/** The first line that is not wholly above what is seen. Lines lie in their order, so that halving finds it. */
function anchorIn(box: HTMLElement): { offset: number; top: number } | null {
  const line = firstBelow(box, box.scrollTop);
  return line ? { offset: Number(line.dataset.start), top: line.offsetTop - box.scrollTop } : null;
}

/** The first line whose end lies below a height in the scrolled content. */
function firstBelow(box: HTMLElement, height: number): HTMLElement | null {
  return firstWhere(linesIn(box), (line) => line.offsetTop + line.offsetHeight > height);
}

/** The line that holds an offset, or the first one after it. */
function lineAt(box: HTMLElement, offset: number): HTMLElement | null {
  const lines = linesIn(box);
  const after = firstWhere(lines, (one) => Number(one.dataset.start) > offset);
  const before = after ? [...lines].indexOf(after) - 1 : lines.length - 1;
  return lines[before] ?? after;
}

function firstWhere(lines: NodeListOf<HTMLElement>, holds: (line: HTMLElement) => boolean): HTMLElement | null {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line && holds(line)) high = middle;
    else low = middle + 1;
  }
  return lines[low] ?? null;
}
