// @ts-check
import { spawn } from 'node:child_process';

/** Output kept for a failure message; a build can print more than anyone reads. */
const KEPT_OUTPUT = 20_000;

/**
 * Runs a command without standard input and collects what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutSeconds?: number, shell?: boolean }} [options]
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string, timedOut: boolean, missing: boolean }>}
 *   `missing` when there is no such command, or none that may be run; `code` is null when a signal ended it
 */
export function runCommand(command, args, { timeoutSeconds = 1800, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const child = spawn(command, args, { ...options, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout = (stdout + text).slice(-KEPT_OUTPUT);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr = (stderr + text).slice(-KEPT_OUTPUT);
    });
    const endChild = () => child.kill();
    process.once('exit', endChild);
    child.on('error', (error) => {
      process.off('exit', endChild);
      if (child.pid === undefined || signal.aborted) {
        resolve({ code: null, stdout, stderr, timedOut: signal.aborted, missing: child.pid === undefined });
      } else {
        reject(error);
      }
    });
    child.on('close', (code) => {
      process.off('exit', endChild);
      resolve({ code, stdout, stderr, timedOut: signal.aborted, missing: false });
    });
  });
}

/**
 * @param {string} output
 * @returns {string} its last lines that say something, indented to stand below a message
 */
export function lastLines(output, count = 6) {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines
    .slice(-count)
    .map((line) => `\n              ${line.trim()}`)
    .join('');
}
