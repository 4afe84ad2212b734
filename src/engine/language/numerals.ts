const digits: ReadonlyMap<string, number> = new Map(
  [...'零〇一二三四五六七八九'].map((character, index) => [character, Math.max(0, index - 1)] as const),
);
const units: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/**
 * The value of a Chinese or Arabic numeral below 100 million: 一千零二十四, 二〇二四, 十二, 两百, 1024.
 * Null for anything else.
 */
export function parseNumeral(numeral: string): number | null {
  if (/^\d{1,9}$/.test(numeral)) return Number(numeral);
  const text = numeral.replaceAll('两', '二');
  if (text === '' || !/^[零〇一二三四五六七八九十百千万]+$/.test(text)) return null;
  if (!/[十百千万]/.test(text)) {
    return text.length > 8 ? null : Number([...text].map((character) => digits.get(character) ?? 0).join(''));
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const unit = units.get(character);
    if (character === '万') {
      total += (section + digit) * 10_000;
      section = 0;
      digit = 0;
    } else if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else {
      digit = digits.get(character) ?? 0;
    }
  }
  return total + section + digit;
}
