/** Han, kana, bopomofo, CJK punctuation and full-width forms: scripts that put no space between words or lines. */
const CJK =
  /[\u2E80-\u303F\u3040-\u30FF\u3100-\u312F\u31A0-\u31BF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
const CJK_AT_END = new RegExp(`${CJK.source}$`, 'u');
const CJK_AT_START = new RegExp(`^${CJK.source}`, 'u');

/** Whether a line break between the two texts stands for nothing: both sides are CJK. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return CJK_AT_END.test(before.slice(-2)) && CJK_AT_START.test(after.slice(0, 2));
}

export function joinLines(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  return joinsWithoutSpace(before, after) ? before + after : `${before} ${after}`;
}

/** Characters that show nothing and only keep words from being found: soft hyphen, zero-width space, word joiner, BOM. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** White space folded to one space, or to nothing where it holds a line break between two CJK characters. */
export function foldSpace(text: string): string {
  const source = withoutInvisible(text);
  return source
    .replace(/\s+/gu, (space, at: number) => {
      if (!/[\n\r]/.test(space)) return ' ';
      return joinsWithoutSpace(
        source.slice(Math.max(0, at - 2), at),
        source.slice(at + space.length, at + space.length + 2),
      )
        ? ''
        : ' ';
    })
    .trim();
}

/** Width in columns of a terminal or a typewriter: CJK characters take two. */
export function columns(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    width += code < 0x1100 ? 1 : code >= 0x2e80 && code <= 0xffef ? 2 : 1;
  }
  return width;
}
