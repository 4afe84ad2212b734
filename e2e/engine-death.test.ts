import { en, expect, searchField, test } from './app';
import { ENGLISH, writeManyFiles, writeMatter } from './documents';
import { dropFolder } from './drop';
import { indexed, passages } from './matter';
import { killEngine } from './processes';

test('the engine killed while it indexes is started again, and every file is indexed in the end', async ({
  open,
  folder,
}, testInfo) => {
  await writeManyFiles(folder, 60);
  const { files } = await writeMatter(folder);
  const { app, window } = await open();

  await dropFolder(window, folder);
  await expect(window.getByTestId('foot-searchable')).toHaveText(/[1-9]/, { timeout: 60_000 });
  await killEngine(app);
  await expect(window.getByText(en.shell.engineRestarted)).toBeVisible({ timeout: 60_000 });
  await window.screenshot({ path: testInfo.outputPath('restarted.png') });
  await indexed(window, 60 + files);
});

test('the engine killed during a search says so, and the next search answers', async ({ open, folder }) => {
  const { files } = await writeMatter(folder);
  const { app, window } = await open();
  await dropFolder(window, folder);
  await indexed(window, files);

  await searchField(window).fill(ENGLISH.question);
  await killEngine(app);
  await expect(window.getByText(en.shell.engineRestarted)).toBeVisible({ timeout: 60_000 });
  await searchField(window).fill(`${ENGLISH.question} `);
  await expect(passages(window).first()).toContainText(ENGLISH.answer, { timeout: 30_000 });
});
