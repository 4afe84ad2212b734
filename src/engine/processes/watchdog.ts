import { Worker } from 'node:worker_threads';

/**
 * Runs in a thread of its own, since the main thread may be in a loop that never returns or in native code. It kills the
 * process when its parent is gone (`disconnect` is only heard by a main thread that is idle now and then), and when its
 * resident memory passes the limit.
 */
const watch = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const parentIsGone = () => {
  // A new parent on Unix; on Windows the old id stays and can no longer be signalled.
  if (process.ppid !== workerData.parent) return true;
  try {
    process.kill(workerData.parent, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
};
setInterval(() => {
  const resident = process.memoryUsage.rss();
  if (resident > workerData.residentLimit) {
    writeSync(2, 'out of memory: ' + resident + ' bytes resident, limit ' + workerData.residentLimit + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  if (parentIsGone()) process.kill(process.pid, 'SIGKILL');
}, workerData.milliseconds);
`;

export function startWatchdog(residentLimit: number): void {
  const thread = new Worker(watch, {
    eval: true,
    workerData: { parent: process.ppid, residentLimit, milliseconds: 500 },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  });
  thread.unref();
}
