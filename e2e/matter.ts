import type { Page } from '@playwright/test';
import { en, expect, searchField, test } from './app';

/** Waits until every file can be found by words and every passage by meaning; that takes its time on a busy machine. */
export async function indexed(window: Page, files: number): Promise<void> {
  test.slow();
  await expect(window.getByTestId('foot-searchable')).toHaveText(en.foot.searchable(files), { timeout: 240_000 });
  const meter = window.getByRole('meter', { name: en.foot.meaningLabel });
  await expect(async () => {
    const all = await meter.getAttribute('aria-valuemax');
    expect(Number(all)).toBeGreaterThan(0);
    expect(await meter.getAttribute('aria-valuenow')).toBe(all);
  }).toPass({ timeout: 240_000 });
}

export const passages = (window: Page) => window.getByTestId('passage');

export async function ask(window: Page, question: string): Promise<void> {
  await searchField(window).fill(question);
  await answered(window);
}

/** Waits for the answer by words and meaning. */
export async function answered(window: Page): Promise<void> {
  await expect(passages(window).first()).toBeVisible({ timeout: 30_000 });
  await expect(window.getByTestId('summary')).not.toContainText(en.search.byWords, { timeout: 30_000 });
}

export const preview = (window: Page) => window.getByRole('complementary', { name: en.shell.preview });

/** The lines of the open passage in its document that hold `text`. */
export const passageInDocument = (window: Page, text: string | RegExp = /./) =>
  preview(window).locator('[data-here]').filter({ hasText: text }).first();
