import { stripVTControlCharacters, styleText } from 'node:util';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { DocumentSummary, Passage } from '../contract/search';
import { cliEn } from '../wording/cli.en';
import { passageText } from './passage-text';

const document: DocumentSummary = {
  id: 1,
  title: 'Lease',
  format: 'pdf',
  sha256: '',
  files: [{ file: '/case/leases/lease.pdf', path: 'leases/lease.pdf', modified: 0 }],
};

function passageOf(text: string, more: Partial<Passage> = {}): Passage {
  return {
    rank: 1,
    chunk: 1,
    heading: ['Lease', 'Rent'],
    page: 3,
    layer: 'text',
    start: 0,
    end: text.length,
    codePoints: { start: 0, end: text.length },
    text,
    highlights: [],
    score: 1,
    parts: { semantic: 1, lexical: 0, document: 0, exact: 0 },
    ...more,
  };
}

const plain = { words: cliEn, width: 44, colours: false, language: 'en' as const };
const coloured = { ...plain, colours: true };

test('place, heading, page and wrapped text', () => {
  const shown = passageText(document, passageOf('The rent is due on the first day of each month, in advance.'), plain);
  expect(shown).toBe(
    [
      '1  leases/lease.pdf · Lease › Rent · p. 3',
      '   The rent is due on the first day of each',
      '   month, in advance.',
    ].join('\n'),
  );
});

test('Chinese text is wrapped by its width', () => {
  const shown = passageText(document, passageOf('民事主体享有名誉权。'.repeat(20), { rank: 12 }), plain);
  const lines = shown.split('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(44);
});

test('highlights are coloured, over line ends too, and only where colours are shown', () => {
  const passage = passageOf('aaaa bbbb', { highlights: [{ start: 5, end: 9 }] });
  expect(passageText(document, passage, coloured)).toContain('aaaa \u001B[');
  expect(stripVTControlCharacters(passageText(document, passage, coloured))).toBe(
    passageText(document, passage, plain),
  );
  expect(passageText(document, passage, plain)).not.toContain('\u001B');
});

test('control characters of a document never reach the terminal; highlights stay in place', () => {
  const passage = passageOf('\u001B[2Ja\u0007 word', {
    heading: ['x\u009B1A\ny'],
    highlights: [{ start: 7, end: 11 }],
  });
  expect(passageText(document, passage, plain)).toBe('1  leases/lease.pdf · x1A y · p. 3\n   [2Ja word');
  expect(passageText(document, passage, coloured)).not.toContain('\u001B[2J');
  expect(passageText(document, passage, coloured)).toContain(
    `[2Ja ${styleText(['bold', 'yellow'], 'word', { validateStream: false })}`,
  );
});
