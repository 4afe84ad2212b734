import { Command, Option } from 'commander';
import { version } from '../../package.json';
import { addDemoCommand } from './commands/demo';
import { addEvalCommand } from './commands/eval';
import { addIndexCommand } from './commands/index-folders';
import { addMattersCommand } from './commands/matters';
import { addSearchCommand } from './commands/search';
import { addStatusCommand } from './commands/status';
import type { Context } from './context';

/** All that can be typed after `quaere`. Wrong usage is thrown as a CommanderError; nothing here ends the process. */
export function createProgram(context: Context): Command {
  const { words } = context.terminal;
  const titles: Readonly<Record<string, string>> = words.helpTitles;
  const program = new Command('quaere')
    .description(words.program)
    .version(version, '-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand('help [command]', words.help)
    .option('--home <folder>', words.options.home)
    .addOption(new Option('--lang <language>', words.options.lang).choices(['zh', 'en']))
    // Settings that the commands below inherit.
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      // Without the English remarks on choices and defaults, which the descriptions say themselves.
      optionDescription: (option) => option.description,
    });
  addIndexCommand(program, context);
  addSearchCommand(program, context);
  addStatusCommand(program, context);
  addMattersCommand(program, context);
  addEvalCommand(program, context);
  addDemoCommand(program, context);
  return program;
}
