import { Composition } from './composition';
import { DocxBlocks } from './docx/blocks';
import { readWithMammoth } from './docx/mammoth-tree';
import { Markup } from './docx/markup';
import { Numbering } from './docx/numbering';
import { openPackage, type WordPackage } from './docx/package';
import { readStyles } from './docx/styles';
import type { XmlElement } from './docx/xml';
import { isEncryptedOffice } from './identify';
import type { ReadOutcome } from './reader';
import { sensibleTitle } from './title';
import { ZipTooLarge } from './zip';

/**
 * Word documents. mammoth makes the body, tables, notes and comments of them; the numbers of lists, tracked changes, text boxes,
 * headers and footers are put into its input, because it would leave them out.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadOutcome> {
  if (isEncryptedOffice(bytes)) return { ok: false, reason: 'encrypted', detail: 'the document opens with a password' };
  let source: WordPackage;
  try {
    source = openPackage(bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: error instanceof ZipTooLarge ? 'too-large' : 'corrupt', detail };
  }
  const markup = new Markup(readStyles(source.styles), new Numbering(source.numbering));
  const written = (part: XmlElement | null) => (part === null ? null : markup.write(part));
  const document = await readWithMammoth({
    document: markup.write(source.document, source.margins),
    footnotes: written(source.footnotes),
    endnotes: written(source.endnotes),
    comments: written(source.comments),
  });
  const composition = new Composition();
  new DocxBlocks(composition, document).read();
  const { text, blocks } = composition.finish();
  if (blocks.length === 0) return { ok: false, reason: 'no-text', detail: 'the document holds no text' };
  const first = blocks.find((block) => block.kind === 'heading');
  const title =
    sensibleTitle(source.title) ?? (first?.level === 1 ? sensibleTitle(text.slice(first.start, first.end)) : null);
  return { ok: true, document: { format: 'docx', title, text, blocks, pages: [] } };
}
