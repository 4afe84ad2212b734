import type { Highlight } from '../../contract/search';
import { findCitations } from '../language/citations';
import { foldWithOffsets } from '../language/fold';
import { stem, words } from '../language/words';
import type { Question } from './parse';

const alphabetic = /[[\p{L}\p{N}]--\p{Script=Han}]+(?:[.,][\p{N}]+)*/gv;
const isHan = /^\p{Script=Han}/u;

/** Words that say nothing of what is looked for; they are searched, but marking them would bury the others. */
const common = new Set(
  [
    '的 了 是 在 和 与 或 及 对 为 有 也 我 你 他 她 它 们 这 那 吗 呢 吧 啊 着 过 得 地 之 其 等 而 但 不 就 都 要 会 能 被 把 让 给 到 说',
    '我们 你们 他们 可以 能不能 怎么 什么 如何 是否 怎么办 一个 没有 是不是 不是 会不会 有没有 能否 可否 多少 哪些 一直 为什么 怎样',
    'a an and are as at be been by can could did do does for from had has have how i if in into is it its may might my no not of',
    'on or our shall should so than that the their them then there they this to us was we were what when where which who why will',
    'with would you your',
  ].flatMap((line) => line.split(' ').flatMap((word) => words(word))),
);

/** Where the question's words stand in a passage, in order, merged. */
export function highlights(text: string, question: Question): Highlight[] {
  const { folded, origin } = foldWithOffsets(text);
  const wanted = new Set(question.words.filter((word) => !common.has(word)));
  const spans: { start: number; end: number }[] = [];
  const mark = (start: number, end: number) => spans.push({ start: origin[start] ?? 0, end: endOf(origin, end, text) });
  for (const word of wanted) {
    if (isHan.test(word)) for (const start of occurrences(folded, word)) mark(start, start + word.length);
  }
  for (const match of folded.matchAll(alphabetic)) {
    const word = stem(match[0].replaceAll(',', ''));
    if (wanted.has(word)) mark(match.index, match.index + match[0].length);
  }
  for (const citation of findCitations(folded)) if (wanted.has(citation.word)) mark(citation.start, citation.end);
  for (const phrase of question.phrases)
    for (const start of occurrences(folded, phrase)) mark(start, start + phrase.length);
  return merge(spans);
}

function* occurrences(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) yield at;
}

function endOf(origin: readonly number[], end: number, text: string): number {
  return origin[end] ?? text.length;
}

function merge(spans: readonly Highlight[]): Highlight[] {
  const merged: Highlight[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else if (span.end > span.start) merged.push(span);
  }
  return merged;
}
