// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findElectron } from './electron-runtime.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { StepFailure } from './step-failure.mjs';

const STEP = 'what Electron needs of the system';

const LIBRARY_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const SCREEN_PACKAGE = 'xvfb';
const FONT_PACKAGES = ['fontconfig', 'fonts-noto-cjk'];

/**
 * What Electron lacks of its libraries and, where a window is to be shown with no display, of a screen and Chinese fonts.
 * @param {string} root
 * @param {{ screen?: boolean }} wanted
 * @returns {Promise<string[]>} names of Debian packages
 */
export async function findMissingPackages(root, wanted) {
  const executable = findElectron(root);
  if (process.platform !== 'linux' || executable === null) return [];
  const [libraries, fonts] = await Promise.all([
    runCommand('ldd', [executable]),
    wanted.screen ? runCommand('fc-list', [':lang=zh', 'file']) : null,
  ]);
  return [
    ...(libraries.stdout.includes('not found') ? LIBRARY_PACKAGES : []),
    ...(wanted.screen && !inPath('Xvfb') ? [SCREEN_PACKAGE] : []),
    ...(fonts !== null && fonts.stdout.trim() === '' ? FONT_PACKAGES : []),
  ];
}

/**
 * @param {string} root
 * @param {{ screen?: boolean }} wanted
 * @param {(line: string) => void} say
 */
export async function installPackages(root, wanted, say) {
  const packages = await findMissingPackages(root, wanted);
  say(`system packages: installing ${packages.join(', ')}`);
  await install(packages);
  const left = await findMissingPackages(root, wanted);
  if (left.length > 0) {
    const remedy = 'See which libraries are not found: ldd node_modules/electron/dist/electron';
    throw new StepFailure(STEP, `${left.join(', ')} still missing after the installation.`, remedy);
  }
}

/** @param {string[]} packages */
async function install(packages) {
  if (!inPath('apt-get')) {
    const reason = `Electron's libraries are not complete, and this system has no apt-get. On Debian they are: ${packages.join(' ')}.`;
    throw new StepFailure(
      STEP,
      reason,
      "Install the packages of the same contents with this system's own package manager and run this again.",
    );
  }
  const byHand = `Run this, then start again:  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
  const prefix = await adminPrefix();
  if (prefix === null)
    throw new StepFailure(STEP, 'Packages are missing, and only an administrator may install them.', byHand);
  await aptGet(prefix, ['update']);
  const installed = await aptGet(prefix, [
    'install',
    '-y',
    '--no-install-recommends',
    ...(await currentNames(packages)),
  ]);
  if (installed.code !== 0) throw new StepFailure(STEP, `apt-get failed.${lastLines(installed.stderr)}`, byHand);
}

/** @returns {Promise<string[] | null>} what to put before a command to run it as root; null where nothing would help */
async function adminPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = await runCommand('sudo', ['-n', 'true']);
  return sudo.code === 0 ? ['sudo', '-n'] : null;
}

/**
 * @param {string[]} prefix
 * @param {string[]} args
 */
function aptGet(prefix, args) {
  // Another set-up, or the system's own updates, may hold the lock for a while.
  const [command = '', ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-q',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  return runCommand(command, rest);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries (libgtk-3-0t64), and the old name does not always lead to the new one.
 * @param {string[]} packages
 */
async function currentNames(packages) {
  const renamed = (await runCommand('apt-cache', ['policy', ...packages.map((name) => `${name}t64`)])).stdout;
  return packages.map((name) => (renamed.split('\n').includes(`${name}t64:`) ? `${name}t64` : name));
}

/** @param {string} command */
function inPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
