// @ts-check
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript, setUp } from './setup.mjs';

/**
 * `npm run notices` writes THIRD-PARTY-NOTICES, the licences of everything that the app ships with; `--check` says whether the file is
 * as it would be written.
 */

/** Development dependencies to npm, but Vite compiles them into the window. */
const BUNDLED = /^(@mantine\/|@tabler\/|@tanstack\/|i18next$|react$|react-dom$|react-i18next$|zustand$)/;

const HEADER = `Quaere contains the following third-party software. Electron and Chromium come with their own notices
(LICENSE and LICENSES.chromium.html beside the executable), the built-in model with its licence in its folder.

Written by "npm run notices"; do not edit.
`;

/** @typedef {{ version?: string, license?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, os?: string[], cpu?: string[], name?: string }} Locked */

await runScript(async () => {
  await setUp({});
  /** @type {Record<string, Locked>} */
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const shipped = [...listShipped(packages)].sort((a, b) => (title(a, packages) < title(b, packages) ? -1 : 1));
  const list = shipped.map((path) => `${title(path, packages)}  (${packages[path]?.license ?? 'see its text'})`);
  const notices = `${HEADER}\n${list.join('\n')}\n${licenceTexts(packages, shipped)}`;
  const file = join(root, 'THIRD-PARTY-NOTICES');
  if (process.argv.includes('--check')) {
    if (existsSync(file) && readFileSync(file, 'utf8') === notices) return 0;
    console.error('THIRD-PARTY-NOTICES does not fit the dependencies any more: npm run notices');
    return 1;
  }
  writeFileSync(file, notices);
  console.log(`THIRD-PARTY-NOTICES: ${shipped.length} packages`);
  return 0;
});

/**
 * @param {Record<string, Locked>} packages
 * @returns {Set<string>} paths in the lock
 */
function listShipped(packages) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const open = [...Object.keys(dependencies), ...Object.keys(devDependencies).filter((name) => BUNDLED.test(name))].map(
    (name) => `node_modules/${name}`,
  );
  /** @type {Set<string>} */
  const found = new Set();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const entry = packages[path];
    // Types serve the compiler alone, and an empty package stands for something that was left out on purpose.
    if (entry === undefined || found.has(path) || path.includes('/@types/') || entry.name === 'empty-npm-package')
      continue;
    found.add(path);
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const place = resolveFrom(path, name, packages);
      if (place !== null) open.push(place);
    }
  }
  return found;
}

/**
 * Node's search: the nearest node_modules upwards.
 * @param {string} path
 * @param {string} name
 * @param {Record<string, Locked>} packages
 */
function resolveFrom(path, name, packages) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return null;
  }
}

/**
 * @param {Record<string, Locked>} packages
 * @param {string[]} shipped
 */
function licenceTexts(packages, shipped) {
  /** @type {Map<string, string[]>} */
  const holders = new Map();
  for (const path of shipped) {
    // Which platform packages are on disk depends on this machine; the package that asks for them carries the text.
    if (packages[path]?.os !== undefined || packages[path]?.cpu !== undefined) continue;
    for (const text of readLicences(join(root, path))) {
      holders.set(text, [...(holders.get(text) ?? []), title(path, packages)]);
    }
  }
  return [...holders].map(([text, names]) => `\n${'='.repeat(80)}\n${names.join(', ')}\n\n${text}\n`).join('');
}

/** @param {string} folder */
function readLicences(folder) {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|copying)([.-]|$)/i.test(name) && !/\.[cm]?[jt]s$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/**
 * @param {string} path
 * @param {Record<string, Locked>} packages
 */
function title(path, packages) {
  return `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${packages[path]?.version}`;
}
