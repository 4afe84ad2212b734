import { join } from 'node:path';
import { type Settings, type SettingsChanges, settingsSchema } from '../contract/desktop';
import { readStored, writeStored } from './stored-json';

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
