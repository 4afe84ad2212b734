import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Whether an element below `root` passes; `root` itself is not asked. */
export function contains(root: HtmlNode, test: (element: HtmlElement) => boolean): boolean {
  const pending = [...childrenOf(root)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isElement(node) && test(node)) return true;
    pending.push(...childrenOf(node));
  }
  return false;
}
