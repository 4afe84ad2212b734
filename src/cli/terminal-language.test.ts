import { expect, test } from 'vitest';
import { terminalLanguage } from './terminal-language';

test.each<[string[], NodeJS.ProcessEnv, 'zh' | 'en']>([
  [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
  [[], { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [[], { LANG: 'en_US.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LC_ALL: 'zh_TW' }, 'zh'],
  [[], { LANG: 'C' }, 'en'],
  [[], { LANG: 'de_DE.UTF-8' }, 'en'],
  [[], { LANG: '' }, 'zh'],
  [['search', 'x', '--lang', 'zh'], { LANG: 'en_US' }, 'zh'],
  [['--lang=en', 'matters'], { LANG: 'zh_CN' }, 'en'],
  [['--lang', 'fr'], { LANG: 'zh_CN' }, 'zh'],
  [['--lang'], { LANG: 'zh_CN' }, 'zh'],
])('%j with %j speaks %s', (args, env, expected) => {
  expect(terminalLanguage(args, env, 'zh-CN')).toBe(expected);
});
