import { expect, searchField, test } from './app';
import { ENGLISH, writeMatter } from './documents';
import { dropFolder } from './drop';
import { answered, indexed, passageInDocument, preview } from './matter';

test('everything from the question to the passage goes without a mouse', async ({ open, folder }) => {
  const { files } = await writeMatter(folder);
  const { window } = await open();
  await expect(searchField(window)).toBeFocused({ timeout: 60_000 });
  await dropFolder(window, folder);
  await indexed(window, files);
  await expect(searchField(window)).toBeFocused();

  await window.keyboard.type('revise in writing');
  await answered(window);
  const selected = window.locator('[data-testid=passage][data-selected]');
  await expect(selected).toHaveAttribute('data-rank', '1');
  await window.keyboard.press('ArrowDown');
  await expect(selected).not.toHaveAttribute('data-rank', '1');
  await window.keyboard.press('ArrowUp');
  await expect(selected).toHaveAttribute('data-rank', '1');

  await window.keyboard.press('Escape');
  await expect(searchField(window)).toHaveValue('');
  await window.keyboard.type(ENGLISH.question);
  await answered(window);
  await window.keyboard.press('Enter');
  await expect(passageInDocument(window, ENGLISH.answer)).toBeInViewport();
  await expect(preview(window).locator(':focus')).toBeVisible();
  await window.keyboard.press('Control+k');
  await expect(searchField(window)).toBeFocused();
});
