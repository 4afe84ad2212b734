import { expect, test } from './app';
import { CHINESE, ENGLISH, HTML, writeMatter } from './documents';
import { dropFolder } from './drop';
import { ask, indexed, passageInDocument, passages } from './matter';

test('a folder dropped on the window is searched and its passages are read where they stand', async ({
  open,
  folder,
}, testInfo) => {
  const { files } = await writeMatter(folder);
  const { window } = await open();

  await dropFolder(window, folder);
  await indexed(window, files);

  for (const { question, file, answer } of [ENGLISH, CHINESE, HTML]) {
    await ask(window, question);
    const first = passages(window).first();
    await expect(first).toContainText(answer);
    await expect(window.getByTestId('result-file').first()).toContainText(file);

    await first.getByRole('button').first().click();
    await expect(passageInDocument(window, answer)).toBeInViewport();
    await window.screenshot({ path: testInfo.outputPath(`${file}.png`) });
  }
});
