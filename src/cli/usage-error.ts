import type { CommanderError } from 'commander';
import type { CliWording } from '../wording/cli.en';

/** What the parser found wrong, in the user's language: its own sentences are English only. */
export function usageErrorText({ code, message }: CommanderError, { usage }: CliWording): string {
  // The parser quotes what it speaks of: '--flags <value>', 'name'.
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  switch (code) {
    case 'commander.missingArgument':
      return usage.missingArgument(first.toUpperCase());
    case 'commander.optionMissingArgument':
      return usage.missingValue(first);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(first);
    case 'commander.unknownOption':
      return usage.unknownOption(first);
    case 'commander.unknownCommand':
      return usage.unknownCommand(first);
    case 'commander.excessArguments':
      return usage.tooMany;
    case 'commander.invalidArgument':
      return usage.invalid(first, second);
    default:
      return message;
  }
}
