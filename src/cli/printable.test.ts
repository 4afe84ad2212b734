import { expect, test } from 'vitest';
import { printable, printableLine } from './printable';

test('what steers a terminal is taken out; the rest stays', () => {
  expect(printable('\u001B[31mred\u001B[0m\u0007 \u009B2J 合同\t第一条\r\n第二条\u007F')).toBe(
    '[31mred[0m 2J 合同\t第一条\n第二条',
  );
  expect(printable('invoice\u202Efdp.exe\u2066')).toBe('invoicefdp.exe');
  expect(printable('a\rb')).toBe('a\nb');
  expect(printable('👩‍⚖️ é')).toBe('👩‍⚖️ é');
});

test('one line', () => {
  expect(printableLine(' a\nb\t\u001Bc\u0000  d ')).toBe('a b c d');
});
