import { foldSpace } from '../characters';
import type { Composition } from '../composition';
import { letters, roman } from '../ordinals';
import { findParagraphs, wrapWidth } from '../paragraphs';
import type { BlockKind } from '../reader';
import { attribute, childrenOf, contains, type HtmlElement, type HtmlNode, isElement, isText } from './tree';
import { isBoilerplate, isHidden, isNeverText } from './visibility';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr img picture'.split(
    ' ',
  ),
);

/** A cell longer than this is a part of the page's layout, not of a table. */
const LONGEST_CELL = 600;

/** What is nested deeper is taken as plain text: tag soup can nest deeper than the stack reaches. */
const DEEPEST = 500;

/** Stands for `<br>` while text is gathered: white space that is folded must not swallow it. */
const BREAK = '\uE0FF';

interface List {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}

/** Walks a page and adds its blocks to a composition, in the order of the source. */
export class HtmlBlocks {
  readonly #composition: Composition;
  readonly #skipBoilerplate: boolean;
  #pending = '';
  #kind: BlockKind = 'paragraph';
  #level = 0;
  #lists: List[] = [];
  #inArticle = 0;
  #depth = 0;

  constructor(composition: Composition, skipBoilerplate: boolean) {
    this.#composition = composition;
    this.#skipBoilerplate = skipBoilerplate;
  }

  read(root: HtmlNode): void {
    this.#children(root);
    this.#flush();
  }

  #children(parent: HtmlNode): void {
    if (this.#depth >= DEEPEST) {
      this.#pending += rawText(parent);
      return;
    }
    this.#depth++;
    for (const child of childrenOf(parent)) this.#node(child);
    this.#depth--;
  }

  #node(node: HtmlNode): void {
    if (isText(node)) this.#pending += node.value;
    else if (isElement(node)) this.#element(node);
  }

  #element(element: HtmlElement): void {
    const tag = element.tagName;
    if (isNeverText(element) || isHidden(element)) return;
    if (this.#skipBoilerplate && isBoilerplate(element, this.#inArticle > 0)) return;
    if (tag === 'br') {
      this.#pending += BREAK;
    } else if (INLINE.has(tag)) {
      this.#children(element);
    } else if (/^h[1-6]$/.test(tag)) {
      this.#flush();
      this.#asKind('heading', Number(tag.slice(1)), element);
    } else if (tag === 'ul' || tag === 'ol' || tag === 'menu') {
      this.#list(element);
    } else if (tag === 'li') {
      this.#item(element);
    } else if (tag === 'tr' && isDataRow(element)) {
      this.#flush();
      this.#composition.add('table-row', cellsOf(element).map(textOf).join(' | '));
    } else if (tag === 'pre' || tag === 'textarea' || tag === 'xmp' || tag === 'plaintext') {
      this.#preformatted(element);
    } else {
      this.#block(element);
    }
  }

  #block(element: HtmlElement): void {
    const article = element.tagName === 'article' || element.tagName === 'main' ? 1 : 0;
    this.#inArticle += article;
    this.#flush();
    this.#children(element);
    this.#flush();
    this.#inArticle -= article;
  }

  #asKind(kind: BlockKind, level: number, element: HtmlElement): void {
    const [outerKind, outerLevel] = [this.#kind, this.#level];
    [this.#kind, this.#level] = [kind, level];
    this.#children(element);
    this.#flush();
    [this.#kind, this.#level] = [outerKind, outerLevel];
  }

  #list(element: HtmlElement): void {
    this.#flush();
    const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
    this.#lists.push({
      ordered: element.tagName === 'ol',
      type: attribute(element, 'type') ?? '1',
      next: Number.isNaN(start) ? 1 : start,
    });
    this.#children(element);
    this.#flush();
    this.#lists.pop();
  }

  #item(element: HtmlElement): void {
    const list = this.#lists.at(-1);
    this.#flush();
    if (list?.ordered === true) {
      const value = Number.parseInt(attribute(element, 'value') ?? '', 10);
      const number = Number.isNaN(value) ? list.next : value;
      list.next = number + 1;
      // The number is drawn by the browser, and clauses are cited by it; some pages write it out and hide the browser's.
      const written = textOf(element).slice(0, 12);
      if (written !== '' && !/^[（(]?[\dA-Za-z一二三四五六七八九十]{1,4}[.)、）．]/.test(written))
        this.#pending = `${ordinal(number, list.type)}. `;
    }
    this.#asKind('list-item', 0, element);
  }

  #preformatted(element: HtmlElement): void {
    this.#flush();
    const text = rawText(element);
    for (const { start, end } of findParagraphs(text, wrapWidth(text))) {
      this.#composition.add(this.#kind, foldSpace(text.slice(start, end)));
    }
  }

  #flush(): void {
    const text = this.#pending;
    this.#pending = '';
    if (text.trim() === '') return;
    if (this.#kind === 'heading') {
      this.#composition.add('heading', foldSpace(text.replaceAll(BREAK, ' ')), this.#level);
      return;
    }
    for (const paragraph of text.split(PARAGRAPH_BREAK)) {
      const lines = paragraph
        .split(BREAK)
        .map(foldSpace)
        .filter((line) => line !== '');
      this.#composition.add(this.#kind, lines.join('\n'));
    }
  }
}

/** Two breaks in a row, or one before an indent made of spaces that HTML keeps. */
const PARAGRAPH_BREAK = new RegExp(`${BREAK}(?:\\s*${BREAK})+|${BREAK}(?=\\s*(?:\u3000|\u00A0{2}|\u2003))`, 'u');

function cellsOf(row: HtmlElement): HtmlElement[] {
  return childrenOf(row).filter(
    (node): node is HtmlElement => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'),
  );
}

function isDataRow(row: HtmlElement): boolean {
  if (
    contains(
      row,
      ({ tagName }) => tagName === 'table' || tagName === 'ul' || tagName === 'ol' || /^h[1-6]$/.test(tagName),
    )
  )
    return false;
  const texts = cellsOf(row)
    .map(textOf)
    .filter((text) => text !== '');
  return texts.length > 1 && texts.every((text) => text.length <= LONGEST_CELL);
}

/** All that an element shows, on one line. */
function textOf(element: HtmlElement): string {
  return foldSpace(rawText(element).replaceAll(BREAK, ' '));
}

function rawText(root: HtmlNode): string {
  let text = '';
  const pending: HtmlNode[] = childrenOf(root).toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isText(node)) {
      text += node.value;
    } else if (isElement(node) && !isNeverText(node) && !isHidden(node)) {
      if (node.tagName === 'br') text += '\n';
      else if (!INLINE.has(node.tagName)) text += ' ';
      pending.push(...childrenOf(node).toReversed());
    }
  }
  return text;
}

function ordinal(number: number, type: string): string {
  if (number < 1) return String(number);
  switch (type) {
    case 'a':
      return letters(number);
    case 'A':
      return letters(number).toUpperCase();
    case 'i':
      return roman(number);
    case 'I':
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}
