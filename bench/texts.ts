import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The Chinese text of a folder's Markdown and text files as one string without white space, up to `limit` characters. */
export async function chineseText(folder: string, limit: number): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => ['.md', '.txt'].includes(extname(file)));
  let text = '';
  for (const file of files.sort()) {
    if (text.length >= limit) break;
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    text += lines
      .filter((line) => /\p{Script=Han}{10}/u.test(line))
      .join('')
      .replace(/\s/g, '');
  }
  return text.slice(0, limit);
}

/** Texts of these lengths in turn, from places spread over the whole; all different, since equal ones are embedded once. */
export function textsOf(text: string, count: number, lengths: readonly number[]): string[] {
  const longest = Math.max(...lengths);
  const step = (text.length - longest) / count;
  const texts = Array.from({ length: count }, (_, n) => {
    const start = Math.floor(n * step);
    return text.slice(start, start + (lengths[n % lengths.length] ?? longest));
  });
  if (step < 0 || new Set(texts).size < count)
    throw new Error(`the folder has too little Chinese text for ${count} texts`);
  return texts;
}
