import type { Page } from '@playwright/test';

/** A real drop from outside the window, as the system would deliver it: the page gets File objects with paths. */
export async function drop(window: Page, paths: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: paths, dragOperationsMask: 1 | 2 | 16 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: { ...data, files: [...paths] } });
  }
  await session.detach();
}
