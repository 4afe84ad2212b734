import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SearchMode } from '../../contract/search';
import type { CliWording } from '../../wording/cli.en';

const MODES: readonly SearchMode[] = ['hybrid', 'lexical', 'semantic'];
const MOST_PASSAGES = 1000;

export const matterFlags = '--matter <name>';
export const jsonFlags = '--json';

export function modeOption<Extra extends string>(description: string, extra: readonly Extra[] = []): Option {
  return new Option('--mode <mode>', description).choices([...MODES, ...extra]).default('hybrid');
}

export function limitOption(words: CliWording): Option {
  return new Option('--limit <n>', words.options.limit).default(10).argParser((value) => {
    const limit = Number(value);
    if (!/^\d+$/.test(value) || limit < 1 || limit > MOST_PASSAGES) throw new InvalidArgumentError('');
    return limit;
  });
}

/** The data folder that was asked for on the command line. */
export function askedHome(command: Command): string | undefined {
  return command.optsWithGlobals<{ home?: string }>().home;
}
