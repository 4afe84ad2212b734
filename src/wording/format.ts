import type { Language } from './language';

const locale = { zh: 'zh-CN', en: 'en-GB' } as const;

const numberFormats = { zh: new Intl.NumberFormat(locale.zh), en: new Intl.NumberFormat(locale.en) };
const dateFormats = {
  zh: new Intl.DateTimeFormat(locale.zh, { dateStyle: 'long' }),
  en: new Intl.DateTimeFormat(locale.en, { dateStyle: 'medium' }),
};

export function numberText(value: number, language: Language): string {
  return numberFormats[language].format(value);
}

/** @param time milliseconds since 1970 */
export function dateText(time: number, language: Language): string {
  return dateFormats[language].format(time);
}

/** Whole percent of `part` in `whole`, rounded down: 100 % is said only when nothing is missing. */
export function percentText(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((part / whole) * 100)}%`;
}

export function sizeText(bytes: number, language: Language): string {
  if (bytes < 1000) return language === 'zh' ? `${bytes} 字节` : `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'] as const;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** An estimate as one says it: coarser the longer it is, and never below a few seconds. */
export function aboutDuration(seconds: number, language: Language): string {
  const chinese = language === 'zh';
  if (seconds < 5) return chinese ? '几秒' : 'a few seconds';
  if (seconds < 57.5) {
    const rounded = Math.round(seconds / 5) * 5;
    return chinese ? `约 ${rounded} 秒` : `about ${rounded} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return chinese ? `约 ${minutes} 分钟` : `about ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  if (rest === 0) return chinese ? `约 ${hours} 小时` : `about ${hours} h`;
  if (rest === 60) return chinese ? `约 ${hours + 1} 小时` : `about ${hours + 1} h`;
  return chinese ? `约 ${hours} 小时 ${rest} 分钟` : `about ${hours} h ${rest} min`;
}

/** How long a search took; two decimals, because 0.08 s and 0.4 s feel different. */
export function tookText(milliseconds: number, language: Language): string {
  const seconds = (milliseconds / 1000).toFixed(2);
  return language === 'zh' ? `${seconds} 秒` : `${seconds} s`;
}
