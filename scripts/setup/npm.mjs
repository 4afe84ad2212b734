// @ts-check
import { runCommand } from './run-command.mjs';

/**
 * Runs the npm that started this script, else the one in PATH, so that its registry settings and its cache are the user's own.
 * @param {readonly string[]} args
 * @param {{ cwd: string, timeoutSeconds?: number }} options
 */
export function runNpm(args, options) {
  const startedBy = process.env.npm_execpath;
  if (startedBy !== undefined && /npm-cli\.c?js$/.test(startedBy)) {
    return runCommand(process.execPath, [startedBy, ...args], options);
  }
  // On Windows npm is a batch file, which only a shell can start.
  return runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}
