import { type Language, languageOf } from '../wording/language';

const FLAG = '--lang';

/**
 * The language of the messages. It must be known before the arguments are parsed, since the help and the errors of the
 * parser are worded in it; a value that is none is left for the parser to refuse.
 */
export function terminalLanguage(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  systemLocale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const asked = flagValue(args);
  if (asked === 'zh' || asked === 'en') return asked;
  return languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale);
}

function flagValue(args: readonly string[]): string | undefined {
  const index = args.indexOf(FLAG);
  if (index !== -1) return args[index + 1];
  return args.find((arg) => arg.startsWith(`${FLAG}=`))?.slice(FLAG.length + 1);
}
