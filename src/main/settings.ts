import { join } from 'node:path';
import { z } from 'zod';
import { type Settings, settingsSchema } from '../contract/desktop';
import { readStored, writeStored } from './stored-json';

const { language, theme, threshold, lastMatter } = settingsSchema.shape;
/** Not `settingsSchema.partial()`: that gives what is left out its default, and so undoes it. */
export const settingsChangesSchema = z
  .object({
    language: language.unwrap(),
    theme: theme.unwrap(),
    threshold: threshold.unwrap(),
    lastMatter: lastMatter.unwrap(),
  })
  .partial();
export type SettingsChanges = z.infer<typeof settingsChangesSchema>;

export interface SettingsStore {
  readonly current: Settings;
  /** Writes one change after the other; the new settings hold only once they are on the disk. */
  change(changes: SettingsChanges): Promise<Settings>;
}

export async function openSettings(home: string): Promise<SettingsStore> {
  const file = join(home, 'settings.json');
  let current = await readStored(file, settingsSchema);
  let last: Promise<unknown> = Promise.resolve();

  const write = async (changes: SettingsChanges): Promise<Settings> => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const next = settingsSchema.parse({ ...current, ...Object.fromEntries(given) });
    await writeStored(file, next);
    current = next;
    return next;
  };
  return {
    get current() {
      return current;
    },
    change(changes) {
      const change = last.then(() => write(changes));
      last = change.catch(() => {});
      return change;
    },
  };
}
