import MarkdownIt from 'markdown-it';
import { decode } from './decode';
import { findParagraphs, type Span, wrapWidth } from './paragraphs';
import type { Block, BlockKind, ReadOutcome } from './reader';

/** Blocks only: the marks within a line stay in the text. Indented lines are paragraphs (legal texts indent), not code. */
const blockParser = new MarkdownIt({ html: true }).disable(['code', 'reference']);
blockParser.core.ruler.enableOnly(['normalize', 'block']);

type Token = ReturnType<typeof blockParser.parse>[number];

const FRONT_MATTER = /^(---|\+\+\+)[^\S\n]*\r?\n([\s\S]*?)(?:^|\n)\1[^\S\n]*(?:\r?\n|$)/;

/** Markdown: the text is the decoded file, blocks are spans of its lines. */
export async function readMarkdown(bytes: Uint8Array): Promise<ReadOutcome> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  const front = FRONT_MATTER.exec(text);
  const body = front === null ? 0 : front[0].length;
  const blocks = findBlocks(text, body);
  const title = front?.[2] === undefined ? null : frontMatterTitle(front[2]);
  return {
    ok: true,
    document: { format: 'markdown', title: title ?? firstTitle(text, blocks), text, blocks, pages: [] },
  };
}

function frontMatterTitle(front: string): string | null {
  const value = /^title[^\S\n]*[:=][^\S\n]*(.*)$/m.exec(front)?.[1]?.trim();
  if (value === undefined) return null;
  const title = value.replace(/^(["'])(.*)\1$/, '$2').trim();
  return title === '' ? null : title;
}

/** A heading of level 1 that stands before every other heading. */
function firstTitle(text: string, blocks: readonly Block[]): string | null {
  const first = blocks.find((block) => block.kind === 'heading');
  return first?.level === 1 ? text.slice(first.start, first.end).replace(/\s+/g, ' ') : null;
}

function findBlocks(text: string, body: number): Block[] {
  const source = text.slice(body);
  const lines = lineStarts(source, body);
  const wrap = wrapWidth(source);
  const blocks: Block[] = [];
  const linesOf = (token: Token): Span | null => {
    if (token.map === null) return null;
    const [from, to] = token.map;
    return { start: lines[from] ?? text.length, end: lines[to] ?? text.length };
  };
  const paragraphs = (kind: BlockKind, span: Span, wrapped: number | null) => {
    for (const found of findParagraphs(text, wrapped, span.start, span.end)) blocks.push({ kind, ...found });
  };
  let items = 0;
  for (const token of blockParser.parse(source, {})) {
    if (token.type === 'list_item_open') items++;
    else if (token.type === 'list_item_close') items--;
    const span = linesOf(token);
    if (span === null) continue;
    switch (token.type) {
      case 'heading_open':
        push(blocks, 'heading', headingSpan(text, span, token.markup), Number(token.tag.slice(1)));
        break;
      case 'paragraph_open':
        paragraphs(items > 0 ? 'list-item' : 'paragraph', withoutQuoteMark(text, span), items > 0 ? 0 : wrap);
        break;
      case 'tr_open':
        push(blocks, 'table-row', span);
        break;
      case 'fence':
        paragraphs('paragraph', withoutFences(text, span), null);
        break;
      case 'html_block':
        if (showsText(text.slice(span.start, span.end))) paragraphs('paragraph', span, null);
        break;
    }
  }
  return blocks.map((block) => trimmed(text, block)).filter((block) => block.end > block.start);
}

function push(blocks: Block[], kind: BlockKind, span: Span, level?: number): void {
  blocks.push(level === undefined ? { kind, ...span } : { kind, ...span, level });
}

function trimmed(text: string, block: Block): Block {
  const raw = text.slice(block.start, block.end);
  const start = block.start + (raw.length - raw.trimStart().length);
  return { ...block, start, end: Math.max(start, block.start + raw.trimEnd().length) };
}

/** The words of a heading, without its number signs or the line drawn under it. */
function headingSpan(text: string, span: Span, markup: string): Span {
  const raw = text.slice(span.start, span.end);
  if (markup.startsWith('#')) {
    const before = /^[\s>]*#+\s*/.exec(raw)?.[0].length ?? 0;
    const after = /(?:(?<=\s)#+)?\s*$/.exec(raw.slice(before))?.index ?? raw.length - before;
    return { start: span.start + before, end: span.start + before + after };
  }
  const underline = /\r?\n?[^\r\n]*$/.exec(raw.trimEnd())?.index ?? raw.length;
  return { start: span.start, end: span.start + underline };
}

function withoutQuoteMark(text: string, span: Span): Span {
  const mark = /^[\s>]*>\s?/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + mark, end: span.end };
}

function withoutFences(text: string, span: Span): Span {
  const raw = text.slice(span.start, span.end);
  const open = /^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(raw)?.[0].length ?? 0;
  const close = /(?:^|[\r\n])[\s>]*(?:```+|~~~+)\s*$/.exec(raw.slice(open))?.index;
  return { start: span.start + open, end: close === undefined ? span.end : span.start + open + close };
}

function showsText(html: string): boolean {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
  return /\S/.test(shown.replace(/<[^>]*>/g, ''));
}

function lineStarts(source: string, offset: number): number[] {
  const starts = [offset];
  for (const found of source.matchAll(/\r\n|\r|\n/g)) starts.push(offset + found.index + found[0].length);
  return starts;
}
