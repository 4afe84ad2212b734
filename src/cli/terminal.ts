import type { WriteStream } from 'node:tty';
import { type CliWording, cliEn } from '../wording/cli.en';
import { cliZh } from '../wording/cli.zh';
import type { Language } from '../wording/language';
import { printable } from './printable';

const WIDTH_WITHOUT_TERMINAL = 100;

/** Where a command writes, and in which language it speaks. Answers go to standard output, all else to standard error. */
export interface Terminal {
  readonly language: Language;
  readonly words: CliWording;
  /** Columns of standard output. */
  readonly width: number;
  /** Whether standard output shows colours (a terminal that can, without NO_COLOR). */
  readonly colours: boolean;
  readonly errors: WriteStream;
  /** Writes a line for people: as it is, so what comes from documents must be made printable before. */
  write(line: string): void;
  /** Writes one line of JSON. */
  json(value: unknown): void;
  /** Writes a line to standard error. */
  say(line: string): void;
}

export function createTerminal(language: Language): Terminal {
  const { stdout, stderr } = process;
  return {
    language,
    words: language === 'zh' ? cliZh : cliEn,
    width: stdout.columns ?? WIDTH_WITHOUT_TERMINAL,
    colours: stdout.isTTY && stdout.hasColors(),
    errors: stderr,
    write: (line) => void stdout.write(`${line}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    say: (line) => void stderr.write(`${printable(line)}\n`),
  };
}
