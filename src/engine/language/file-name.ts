import { basename, extname } from 'node:path';

/**
 * The words that a file name is made of: `NDA-ROI%20Corporation_v2.txt` → `NDA ROI Corporation v2`. Dates and numbers
 * stay whole: `2023-11-15 Notice`.
 */
export function wordsOfName(file: string): string {
  const stem = basename(file, extname(file));
  const spaced = decodePercent(stem)
    .replace(/[_+]+|(?<!\d)-+|-+(?!\d)/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\s+/gu, ' ')
    .trim();
  return spaced === '' ? stem : spaced;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
