import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { readStored } from './stored-json';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const storedSchema = z.object({ bounds: boundsSchema.nullable().default(null), maximized: z.boolean().default(false) });
type Stored = z.infer<typeof storedSchema>;

/** Where and how large the window was when it was last closed; null bounds the first time, or when that screen is gone. */
export async function recallWindowSize(folder: string): Promise<Stored> {
  const stored = await readStored(join(folder, 'window.json'), storedSchema);
  return { ...stored, bounds: stored.bounds && isOnAScreen(stored.bounds) ? stored.bounds : null };
}

export function rememberWindowSize(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const size: Stored = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      // At once: after the last window Electron does not wait.
      writeFileSync(join(folder, 'window.json'), JSON.stringify(size));
    } catch {
      // A window's size is not worth a message.
    }
  });
}

/** Enough of it to see what it is and to drag it. */
function isOnAScreen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const visibleWidth = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const visibleHeight = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return visibleWidth >= 200 && visibleHeight >= 200;
  });
}
