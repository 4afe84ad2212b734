import { expect, test } from 'vitest';
import { fold, foldWithOffsets } from './fold';

test.each([
  ['traditional characters', '違約責任與損害賠償', '违约责任与损害赔偿'],
  ['full-width letters and digits', 'ＱＴ－２０２３　號', 'qt-2023 号'],
  ['case', 'FORCE Majeure', 'force majeure'],
  ['curly quotes and dashes', 'the Tenant’s ‘Premises’ – 2020—2021', "the tenant's 'premises' - 2020-2021"],
  ['full-width brackets', '（2021）最高法民終518號', '(2021)最高法民终518号'],
  ['letters beyond the basic plane', '𠮷野家😀', '𠮷野家😀'],
  ['nothing', '', ''],
])('%s', (_name, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('a folded text folds to itself', () => {
  const once = fold('（2021）最高法民終518號 Ａｒｔ．１０２４ ㎡ ① ﬁne');
  expect(fold(once)).toBe(once);
});

test.each([
  ['before it nothing changes its length', '甲方違約的', '违约', '違約'],
  ['after a sign that becomes longer', '面積100㎡，違約金', '违约金', '違約金'],
  ['after characters of two units', '😀𠮷Ａ㎡ﬁ違約', '违约', '違約'],
  ['where the word itself becomes longer', 'an oﬃce lease', 'office', 'oﬃce'],
  ['at the end', 'ＲＥＮＴ', 'rent', 'ＲＥＮＴ'],
])('a place in the folded text leads back to the text: %s', (_name, text, word, original) => {
  const { folded, origin } = foldWithOffsets(text);
  const at = folded.indexOf(word);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(text.slice(origin[at], origin[at + word.length])).toBe(original);
  expect(origin).toHaveLength(folded.length + 1);
  expect(origin.at(-1)).toBe(text.length);
});
