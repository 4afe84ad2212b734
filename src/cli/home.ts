import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder's name under the user's application data: what Electron calls `userData`, so that both share their matters. */
const FOLDER = 'Quaere';

export interface HomeSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly homedir: string;
}

const here = (): HomeSurroundings => ({ platform: process.platform, env: process.env, homedir: homedir() });

/** The data folder: as asked for, else QUAERE_HOME, else the folder that the window uses. */
export function homeFolder(asked: string | undefined, surroundings: HomeSurroundings = here()): string {
  const { env } = surroundings;
  return resolve(asked || env.QUAERE_HOME || join(applicationData(surroundings), FOLDER));
}

function applicationData({ platform, env, homedir }: HomeSurroundings): string {
  switch (platform) {
    case 'win32':
      return env.APPDATA || join(homedir, 'AppData', 'Roaming');
    case 'darwin':
      return join(homedir, 'Library', 'Application Support');
    default:
      return env.XDG_CONFIG_HOME || join(homedir, '.config');
  }
}
