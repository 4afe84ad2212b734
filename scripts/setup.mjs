// @ts-check
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildIsFresh } from './setup/build.mjs';
import { dependenciesMatch, installDependencies } from './setup/dependencies.mjs';
import { findElectron, installElectron } from './setup/electron-runtime.mjs';
import { lockSetup } from './setup/lock.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { StepFailure } from './setup/step-failure.mjs';
import { findMissingPackages, installPackages } from './setup/system-packages.mjs';

export const root = join(fileURLToPath(import.meta.url), '..', '..');

/**
 * Makes a checkout ready, doing only what is left to do. What is done is read from the disk each time, not remembered, so that a
 * set-up that was interrupted goes on where it stopped.
 * @param {{ build?: boolean, electron?: boolean, screen?: boolean }} wanted beyond the dependencies: the built app, the runtime for
 *   its window, a virtual screen with Chinese fonts
 */
export async function setUp(wanted) {
  // Standard error: `quaere … --json` owns standard output.
  const say = (/** @type {string} */ line) => console.error(`[set-up] ${line}`);
  checkNodeVersion(process.versions.node);

  /** @type {{ name: string, isDone: () => boolean | Promise<boolean>, run: () => Promise<void> }[]} */
  const steps = [
    { name: 'dependencies', isDone: () => dependenciesMatch(root), run: () => installDependencies(root, say) },
  ];
  if (wanted.electron) {
    steps.push({
      name: 'Electron runtime',
      isDone: () => findElectron(root) !== null,
      run: () => installElectron(root, say),
    });
    steps.push({
      name: 'system packages',
      isDone: async () => (await findMissingPackages(root, wanted)).length === 0,
      run: () => installPackages(root, wanted, say),
    });
  }
  if (wanted.build) steps.push({ name: 'build', isDone: () => buildIsFresh(root), run: () => build(root, say) });

  /** @type {(() => void) | undefined} */
  let release;
  try {
    for (const { name, isDone, run } of steps) {
      if (await isDone()) continue;
      await explainingSystemErrors(name, async () => {
        release ??= await lockSetup(root, say);
        if (!(await isDone())) await run();
      });
    }
  } finally {
    release?.();
  }
}

/**
 * A full disk or a folder that may not be written can meet any step at any place.
 * @param {string} step
 * @param {() => Promise<void>} work
 */
async function explainingSystemErrors(step, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const remedy = 'See that this folder may be written and that its disk has 2 GB free, then run this again.';
    throw new StepFailure(step, error.message, remedy);
  }
}

/**
 * Runs a script's main function; a failed step ends the process with its message alone.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function runScript(main) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(130)); // process.exit lets go of the lock, which a signal alone would not.
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await setUp({ build: true, electron: true, screen: process.platform === 'linux' && !process.env.DISPLAY });
    console.error('[set-up] everything is ready: npm start');
    return 0;
  });
}
