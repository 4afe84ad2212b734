// Starts an unpackaged app in the fallback runtime, which came without Electron's own starter (resources/default_app.asar).
// It does what that one does for `electron [-r module] [switches] app`, the only way in which this project starts Electron.
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, target } = parse(process.argv.slice(1));

if (target === '--version') {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (target === undefined) {
  console.error('Usage: electron [-r module] [switches] app-folder');
  process.exit(1);
}
// Playwright puts itself in front of the app through -r.
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
await load(resolve(target));

function parse(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') preloads.push(args[++index]);
    else if (arg === '--version' || arg === '-v') return { preloads, target: '--version' };
    else if (!arg.startsWith('-')) return { preloads, target: arg };
  }
  return { preloads, target: undefined };
}

async function load(path) {
  const manifest = readManifest(path);
  if (manifest !== undefined) {
    if (manifest.version) app.setVersion(manifest.version);
    app.name = manifest.productName ?? manifest.name ?? app.name;
    app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  }
  const main = createRequire(import.meta.url).resolve(path);
  app.setAppPath(manifest === undefined ? resolve(main, '..') : path);
  try {
    await import(pathToFileURL(main).href);
  } catch (error) {
    // Without this the process would stay alive with no window.
    console.error('The app could not be loaded:', error);
    app.exit(1);
  }
}

function readManifest(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
