// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until no other set-up works on this checkout, then keeps others out until the returned function is called or the process ends.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<() => void>}
 */
export async function lockSetup(root, say) {
  const file = join(root, '.cache', 'setup.lock');
  mkdirSync(join(root, '.cache'), { recursive: true });
  let told = false;
  while (!tryToHold(file)) {
    const holder = readHolder(file);
    if (holder !== null && isRunning(holder)) {
      if (!told) say(`waiting for another set-up of this folder (process ${holder})`);
      told = true;
    } else {
      rmSync(file, { force: true });
    }
    // Long enough for whoever removed a dead lock at the same moment to see that it was ours by now.
    await sleep(200);
  }
  const release = () => {
    if (readHolder(file) === process.pid) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

/** @param {string} file */
function tryToHold(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
