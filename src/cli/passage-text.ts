import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { DocumentSummary, Passage } from '../contract/search';
import { layerText } from '../wording/layers';
import { printable, printableLine } from './printable';
import type { Terminal } from './terminal';

type Look = Pick<Terminal, 'words' | 'width' | 'colours' | 'language'>;
type Format = Parameters<typeof styleText>[0];

const NARROWEST = 20;

/** A passage as people read it: its rank and place on the first line, its text below, wrapped and indented. */
export function passageText(document: DocumentSummary, passage: Passage, look: Look): string {
  const rank = `${passage.rank}  `;
  const indent = ' '.repeat(stringWidth(rank));
  const width = Math.max(NARROWEST, look.width - indent.length);
  const place = wrap(placeOf(document, passage, look), width);
  const text = wrap(highlighted(passage, look), width);
  return [rank + place.join(`\n${indent}`), ...text.map((line) => indent + line)].join('\n');
}

/** `contracts/lease.pdf · Article 7 › Rent · p. 3` */
function placeOf(document: DocumentSummary, { heading, page, layer }: Passage, look: Look): string {
  const path = printableLine(document.files[0]?.path ?? document.title);
  const place = [style(look, 'bold', path)];
  const headings = heading.map(printableLine).filter((each) => each !== '');
  if (headings.length > 0) place.push(headings.join(' › '));
  if (page !== null) place.push(look.words.search.page(page));
  const tag = layerText(layer, look.language);
  if (tag !== null) place.push(style(look, 'bold', tag));
  return place.join(' · ');
}

function highlighted({ text, highlights }: Passage, look: Look): string {
  let result = '';
  let at = 0;
  for (const { start, end } of highlights.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += printable(text.slice(at, start)) + style(look, ['bold', 'yellow'], printable(text.slice(start, end)));
    at = end;
  }
  return result + printable(text.slice(at));
}

/** Lines without the empty ones between paragraphs; tabs become spaces, since their width is the terminal's own. */
function wrap(text: string, width: number): string[] {
  return wrapAnsi(text.replaceAll('\t', ' '), width, { hard: true })
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function style({ colours }: Look, format: Format, text: string): string {
  return colours && text !== '' ? styleText(format, text, { validateStream: false }) : text;
}
