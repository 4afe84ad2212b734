import { parse } from 'parse5';
import { foldSpace } from './characters';
import { Composition } from './composition';
import { decode } from './decode';
import { HtmlBlocks } from './html/blocks';
import { childrenOf, type HtmlElement, type HtmlNode, isElement, isText } from './html/tree';
import type { ReadOutcome } from './reader';

export async function readHtml(bytes: Uint8Array): Promise<ReadOutcome> {
  const decoded = decode(bytes, declaredCharset(bytes));
  if (!decoded.ok) return decoded;
  const tree = parse(decoded.text);
  // A page that is all navigation to the eye of this reader is read whole.
  const composed = compose(tree, true) ?? compose(tree, false);
  if (composed === null) return { ok: false, reason: 'no-text', detail: 'no text between the tags' };
  return { ok: true, document: { format: 'html', title: titleOf(tree), ...composed, pages: [] } };
}

function compose(tree: HtmlNode, skipBoilerplate: boolean) {
  const composition = new Composition();
  new HtmlBlocks(composition, skipBoilerplate).read(tree);
  const { text, blocks } = composition.finish();
  return blocks.length === 0 ? null : { text, blocks };
}

/** The encoding that the first 4 kB name: `<meta charset>`, its older form, or the XML declaration. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}

function titleOf(tree: HtmlNode): string | null {
  const pending: HtmlNode[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isElement(node) && node.tagName === 'title' && !isDrawing(node)) {
      const title = foldSpace(
        childrenOf(node)
          .map((child) => (isText(child) ? child.value : ''))
          .join(''),
      );
      if (title !== '') return title;
    }
    pending.push(...childrenOf(node).toReversed());
  }
  return null;
}

function isDrawing(element: HtmlElement): boolean {
  return element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
}
