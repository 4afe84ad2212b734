import type { ElectronApplication } from '@playwright/test';
import { en, expect, test, zh } from './app';

test('the interface speaks the language that is chosen, and remembers it', async ({ open }, testInfo) => {
  const { app, window } = await open();
  await window.getByRole('button', { name: en.library.settings }).click();
  await window.getByRole('dialog').getByText(en.settings.languageZh, { exact: true }).click();
  await expect(window.getByRole('heading', { name: zh.settings.title })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('navigation', { name: zh.shell.matters })).toBeVisible();
  await expect(window.getByText(zh.foot.local)).toBeVisible();
  expect(await menuLabels(app)).toContain('编辑');
  await window.screenshot({ path: testInfo.outputPath('zh.png') });
  await app.close();

  const again = await open();
  await expect(again.window.getByRole('navigation', { name: zh.shell.matters })).toBeVisible();
  await again.window.getByRole('button', { name: zh.library.settings }).click();
  await again.window.getByRole('dialog').getByText(zh.settings.languageEn, { exact: true }).click();
  await expect(again.window.getByRole('navigation', { name: en.shell.matters })).toBeVisible();
  expect(await menuLabels(again.app)).toContain('Edit');
});

function menuLabels(app: ElectronApplication) {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
}
