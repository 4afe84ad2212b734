// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runCommand } from './run-command.mjs';
import { StepFailure } from './step-failure.mjs';

const CONFIGURATION = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = '.built-from';

/**
 * @param {string} root
 * @returns {boolean} whether out/ was built from the sources as they are now
 */
export function buildIsFresh(root) {
  try {
    return readFileSync(join(root, 'out', STAMP), 'utf8') === hashSources(root);
  } catch {
    return false;
  }
}

/** @param {string} root */
function hashSources(root) {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[.-](test|fixture|suite)\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  for (const file of [...sources, ...CONFIGURATION.map((name) => join(root, name))]) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds beside out/ and swaps, so that an interrupted build leaves nothing half done.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function build(root, say) {
  say('build: compiling the sources to out/');
  const builtFrom = hashSources(root);
  const fresh = join(root, '.cache', 'out-new');
  const old = join(root, '.cache', 'out-old');
  await rm(fresh, { recursive: true, force: true });
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await runCommand(process.execPath, [electronVite, 'build', '--outDir', fresh, '--logLevel', 'warn'], {
    cwd: root,
  });
  if (result.code !== 0) {
    const remedy = 'Mend what it complains about (npm run typecheck may say more) and run this again.';
    throw new StepFailure(
      'build',
      `electron-vite could not compile the sources.${lastLines(result.stderr, 12)}`,
      remedy,
    );
  }
  await writeFile(join(fresh, STAMP), builtFrom);
  await rm(old, { recursive: true, force: true });
  if (existsSync(join(root, 'out'))) await rename(join(root, 'out'), old);
  await rename(fresh, join(root, 'out'));
  await rm(old, { recursive: true, force: true });
}
