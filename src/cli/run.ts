import { CommanderError } from 'commander';
import { toFailure } from '../contract/errors';
import { failureText } from '../wording/wording';
import type { Context } from './context';
import { createProgram } from './program';
import type { Terminal } from './terminal';
import { usageErrorText } from './usage-error';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
/** 128 + SIGINT: what a shell expects of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Does what the arguments say and returns the exit code. */
export async function run(args: readonly string[], context: Context): Promise<number> {
  const { terminal } = context;
  const program = createProgram(context);
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, terminal);
    return sayFailure(error, terminal);
  }
}

/** Says what went wrong and what can be done, never where in the code, and returns the exit code. */
export function sayFailure(error: unknown, terminal: Terminal): number {
  const failure = toFailure(error);
  if (failure.kind === 'cancelled') return INTERRUPTED;
  const { title, whatToDo } = failureText(failure, terminal.language);
  terminal.say(`${title}\n${failure.kind === 'matter-not-found' ? terminal.words.listMatters : whatToDo}`);
  return FAILED;
}

/** Help and the version end the parsing too; help that nobody asked for stands in for a missing command. */
function endOfParsing(error: CommanderError, terminal: Terminal): number {
  if (error.exitCode === 0) return DONE;
  if (error.code !== 'commander.help') {
    const { usage } = terminal.words;
    terminal.say(`${usage.wrong(usageErrorText(error, terminal.words))}\n${usage.seeHelp('quaere')}`);
  }
  return WRONG_USAGE;
}
