/** 1 → a, 26 → z, 27 → aa (spreadsheet style, as HTML counts). */
export function letters(number: number): string {
  let left = number;
  let text = '';
  while (left > 0) {
    left--;
    text = String.fromCharCode(97 + (left % 26)) + text;
    left = Math.floor(left / 26);
  }
  return text;
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

export function roman(number: number): string {
  if (number > 3999) return String(number);
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}

/** 12 → 十二, 105 → 一百零五; up to 9999. */
export function chinese(number: number): string {
  if (number > 9999) return String(number);
  const digits = '零一二三四五六七八九';
  const units = ['', '十', '百', '千'];
  const written = String(number);
  let text = '';
  let zero = false;
  for (let i = 0; i < written.length; i++) {
    const digit = Number(written[i]);
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += (zero ? '零' : '') + digits.charAt(digit) + (units[written.length - 1 - i] ?? '');
    zero = false;
  }
  if (text === '') return '零';
  return number >= 10 && number < 20 ? text.slice(1) : text;
}
