import { foldSpace } from '../characters';
import type { PdfPage } from './library';

/** What was put upon a page: the values of form fields, and remarks. */
export interface Annotations {
  readonly values: readonly string[];
  readonly remarks: readonly string[];
}

export async function annotationsOf(page: PdfPage): Promise<Annotations> {
  const values: string[] = [];
  const remarks: string[] = [];
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' });
  for (const annotation of annotations) {
    if (typeof annotation !== 'object' || annotation === null || isTrue(annotation, 'hidden')) continue;
    const subtype = 'subtype' in annotation ? annotation.subtype : null;
    if (subtype === 'Widget') values.push(...valuesOf(annotation));
    // A pop-up repeats the remark that it belongs to; the words of a link stand on the page.
    else if (subtype !== 'Popup' && subtype !== 'Link') remarks.push(remarkOf(annotation));
  }
  return { values: values.filter((text) => text !== ''), remarks: remarks.filter((text) => text !== '') };
}

/** Text and choice fields; what a check box is called says nothing without its print. */
function valuesOf(widget: object): string[] {
  if (
    isTrue(widget, 'password') ||
    !('fieldType' in widget) ||
    (widget.fieldType !== 'Tx' && widget.fieldType !== 'Ch')
  )
    return [];
  const value = 'fieldValue' in widget ? widget.fieldValue : null;
  const written: unknown[] = Array.isArray(value) ? value : [value];
  return written.filter((text) => typeof text === 'string').map(foldSpace);
}

function remarkOf(annotation: object): string {
  const contents = 'contentsObj' in annotation ? annotation.contentsObj : null;
  if (typeof contents === 'object' && contents !== null && 'str' in contents && typeof contents.str === 'string') {
    const text = foldSpace(contents.str);
    if (text !== '') return text;
  }
  // A remark without contents may still draw its words.
  const drawn: unknown[] =
    'textContent' in annotation && Array.isArray(annotation.textContent) ? annotation.textContent : [];
  return foldSpace(drawn.filter((line) => typeof line === 'string').join('\n'));
}

function isTrue(annotation: object, flag: string): boolean {
  return new Map<string, unknown>(Object.entries(annotation)).get(flag) === true;
}
