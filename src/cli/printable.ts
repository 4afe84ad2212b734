/** Control characters could move the cursor or restyle the terminal; direction marks could make a name read backwards. */
const UNSAFE = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** Text of a document or a file's name, as it may be written to a terminal. Line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSAFE, '');
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ').trim();
}
