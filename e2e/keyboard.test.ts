import { expect, searchField, test } from './app';
import { ENGLISH, writeMatter } from './documents';
import { drop } from './drop';
import { ask, indexed, passageInDocument, passages, preview } from './matter';

test('everything from the question to the passage goes without a mouse', async ({ open, folder }) => {
  const { files } = await writeMatter(folder);
  const { window } = await open();
  await expect(searchField(window)).toBeFocused({ timeout: 60_000 });
  await drop(window, [folder]);
  await indexed(window, files);
  await expect(searchField(window)).toBeFocused();

  await window.keyboard.type(ENGLISH.question);
  await expect(passages(window).first()).toContainText(ENGLISH.answer, { timeout: 30_000 });
  await ask(window, ENGLISH.question);
  await window.keyboard.press('ArrowDown');
  await expect(window.locator('[data-testid=passage][data-selected]')).toHaveAttribute('data-rank', '2');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Enter');
  await expect(passageInDocument(window, ENGLISH.answer)).toBeInViewport();
  await expect(preview(window).locator(':focus')).toBeVisible();
  await window.keyboard.press('Control+k');
  await expect(searchField(window)).toBeFocused();
});
