import { attribute, type HtmlElement } from './tree';

const NEVER_TEXT = new Set(
  'script style noscript template iframe object embed svg math canvas audio video button select input datalist head map meter progress dialog'.split(
    ' ',
  ),
);

/** Elements whose content is a program, a picture or a control. */
export function isNeverText(element: HtmlElement): boolean {
  return NEVER_TEXT.has(element.tagName);
}

/** Hidden by the page itself: attributes, inline style, or the class names that mean it by convention. */
export function isHidden(element: HtmlElement): boolean {
  if (element.attrs.length === 0) return false;
  if (attribute(element, 'hidden') !== null) return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')) return true;
  return /(?:^|\s)(?:visually-hidden|sr-only|screen-reader-text|skip-link)(?:\s|$)/.test(
    attribute(element, 'class') ?? '',
  );
}

const BOILERPLATE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'menu', 'menubar', 'toolbar']);

/** What every page of a site repeats around its text: navigation, and the head and foot of the page (not of an article). */
export function isBoilerplate(element: HtmlElement, inArticle: boolean): boolean {
  const { tagName } = element;
  if (tagName === 'nav' || BOILERPLATE_ROLES.has(attribute(element, 'role') ?? '')) return true;
  return (tagName === 'header' || tagName === 'footer') && !inArticle;
}
