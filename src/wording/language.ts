/** The languages in which Quaere speaks. */
export type Language = 'zh' | 'en';

/** The language for a locale such as `zh-Hans-CN` or `en_US.UTF-8`: Chinese for any Chinese, else English. */
export function languageOf(locale: string): Language {
  return /^zh\b|^zh[-_]/i.test(locale) ? 'zh' : 'en';
}
