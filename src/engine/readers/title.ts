import { foldSpace } from './characters';

/** What programs write where nobody gave a title. */
const MEANINGLESS =
  /^(?:untitled.*|无标题.*|未命名.*|無標題.*|title|标题|document\s*\d*|doc\d*|文档\s*\d*|文件\s*\d*|book\d*|slide \d+|powerpoint.*|演示文稿\s*\d*|microsoft (?:word|excel|powerpoint)\s*-.*|.*\.(?:docx?|pdf|rtf|wps|odt|xlsx?|pptx?|txt|html?|indd|qxd|tex|dvi|ps|pmd|fm|cdr|ai|tiff?|jpe?g|png)|\P{L}*)$/iu;

/** The title of a document's metadata, or null where it says nothing about the document. */
export function sensibleTitle(title: unknown): string | null {
  if (typeof title !== 'string') return null;
  const folded = foldSpace(title);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a title that holds them was decoded wrongly
  if (/[\uFFFD\0-\x1F\x80-\x9F\uE000-\uF8FF]/.test(folded) || folded.length > 300) return null;
  return folded.length < 2 || MEANINGLESS.test(folded) ? null : folded;
}
