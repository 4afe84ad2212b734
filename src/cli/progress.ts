import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';
import stringWidth from 'string-width';
import { aboutDuration, numberText } from '../wording/format';
import type { Terminal } from './terminal';

export interface Step {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  readonly secondsLeft: number | null;
}

export interface Progress {
  show(step: Step): void;
  /** Takes the bar away, so that the next line starts at the margin. */
  end(): void;
}

const BAR = 28;
const MILLISECONDS_BETWEEN_LINES = 5_000;

/** A bar on a terminal; elsewhere a line now and then, or nothing where the caller wants it quiet (`--json`). */
export function createProgress(terminal: Terminal, quiet: boolean): Progress {
  if (terminal.errors.isTTY) return barOn(terminal.errors, terminal);
  return quiet ? { show: () => {}, end: () => {} } : linesOn(terminal);
}

function barOn(stream: WriteStream, terminal: Terminal): Progress {
  let shown = '';
  const clear = () => {
    clearLine(stream, 0);
    cursorTo(stream, 0);
  };
  return {
    show(step) {
      const line = barLine(step, terminal, stream.columns);
      if (line === shown) return;
      clear();
      stream.write(line);
      shown = line;
    },
    end() {
      if (shown !== '') clear();
      shown = '';
    },
  };
}

function linesOn(terminal: Terminal): Progress {
  let label = '';
  let last = 0;
  return {
    show(step) {
      const now = performance.now();
      if (step.label === label && now - last < MILLISECONDS_BETWEEN_LINES) return;
      label = step.label;
      last = now;
      terminal.say([step.label, ...facts(step, terminal)].join(' · '));
    },
    end() {
      label = '';
    },
  };
}

/** `Reading  ███████░░░░░  1,204 / 3,445 · about 1 min left`, cut down to what a narrow terminal holds. */
export function barLine(step: Step, terminal: Pick<Terminal, 'words' | 'language'>, columns: number): string {
  const around = [step.label, facts(step, terminal).join(' · ')];
  const room = columns - 1 - around.reduce((width, text) => width + stringWidth(text) + 2, 0);
  const bar = step.total === null ? '' : drawBar(step.done, step.total, Math.min(BAR, room));
  return (bar === '' ? around : [around[0], bar, around[1]]).join('  ');
}

function drawBar(done: number, total: number, width: number): string {
  if (width < 4) return '';
  const full = total === 0 ? width : Math.floor((Math.min(done, total) / total) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

function facts(
  { done, total, secondsLeft }: Step,
  { words, language }: Pick<Terminal, 'words' | 'language'>,
): string[] {
  const count =
    total === null
      ? words.progress.found(numberText(done, language))
      : `${numberText(done, language)} / ${numberText(total, language)}`;
  return secondsLeft === null || done === total
    ? [count]
    : [count, words.progress.left(aboutDuration(secondsLeft, language))];
}
