// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { lastLines } from './run-command.mjs';
import { StepFailure } from './step-failure.mjs';

const STEP = 'dependencies (npm ci)';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own copy of the lock at the very end of an installation,
 * so that one that was interrupted does not pass.
 * @param {string} root
 */
export function dependenciesMatch(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // Packages for other platforms are in the lock and not on disk.
    return found === undefined ? entry.optional === true || entry.peer === true : found.version === entry.version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | null}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installDependencies(root, say) {
  say('dependencies: installing the versions of package-lock.json (npm ci); this takes a minute or two');
  const result = await runNpm(['ci', '--no-progress'], { cwd: root });
  if (result.missing) {
    throw new StepFailure(STEP, 'npm was not found.', 'Install npm (it comes with Node.js) and run this again.');
  }
  if (result.code !== 0) {
    const remedy =
      'Check the connection to the package registry (npm ping) and the free disk space, then run this again.';
    throw new StepFailure(STEP, `npm ci failed.${lastLines(result.stderr)}`, remedy);
  }
}
