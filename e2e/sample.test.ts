import { en, expect, test } from './app';
import { passageInDocument, passages } from './matter';

test('the first start shows the sample matter and three questions that find passages', async ({ open }, testInfo) => {
  const { window } = await open();
  const questions = window.getByTestId('sample-question');
  await expect(questions).toHaveCount(3, { timeout: 60_000 });
  await expect(window.getByText(en.search.sampleTitle)).toBeVisible();
  await window.screenshot({ path: testInfo.outputPath('first-start.png') });

  await questions.first().click();
  await expect(passages(window).first()).toBeVisible({ timeout: 60_000 });
  await passages(window).first().getByRole('button').first().click();
  await expect(passageInDocument(window)).toBeInViewport();
});
