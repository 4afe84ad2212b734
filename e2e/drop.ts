import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './app';

/** Drops a folder on the window and waits until its matter is open. */
export async function dropFolder(window: Page, folder: string): Promise<void> {
  await drop(window, [folder]);
  const open = window.locator('[data-testid=matter][aria-current]');
  await expect(open).toContainText(basename(folder), { timeout: 60_000 });
}

/** A real drop from outside the window, as the system would deliver it: the page gets File objects with paths. */
async function drop(window: Page, paths: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: paths, dragOperationsMask: 1 | 2 | 16 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: { ...data, files: [...paths] } });
  }
  await session.detach();
}
