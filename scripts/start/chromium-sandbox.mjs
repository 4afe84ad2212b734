// @ts-check
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Says beforehand what Chromium would end with at once, in words that few people can act on.
 * @param {string} executable Electron's
 * @returns {string | null} `root` where the sandbox must be off, else what to show to the user; null when the sandbox will work
 */
export function findSandboxProblem(executable) {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'root';
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (mayMakeNamespaces() || isSetuidRoot(helper)) return null;
  return [
    "Quaere's window cannot start: this Linux does not let ordinary users make the name spaces that Chromium's sandbox is built of.",
    'What to do, once, as administrator:',
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  ].join('\n');
}

function mayMakeNamespaces() {
  return (
    read('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  );
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null; // A kernel without this switch does not restrict them.
  }
}

/** @param {string} path */
function isSetuidRoot(path) {
  const { uid, mode } = statSync(path);
  return uid === 0 && (mode & 0o4000) !== 0;
}
