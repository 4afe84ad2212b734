// @ts-check
// `npm run bench -- NAME [ARGUMENT…]` runs bench/NAME.ts on the built app.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, runScript, setUp } from '../scripts/setup.mjs';

const [name = 'embedding', ...args] = process.argv.slice(2);

await runScript(async () => {
  process.chdir(root);
  if (!existsSync(`bench/${name}.ts`)) {
    console.error(`There is no bench/${name}.ts`);
    return 2;
  }
  await setUp({ build: true });
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: `bench/${name}.ts`, outDir: 'out/bench', emptyOutDir: false, target: 'node20' },
  });
  process.argv = [process.execPath, resolve(`out/bench/${name}.js`), ...args];
  await import(pathToFileURL(resolve(`out/bench/${name}.js`)).href);
  return 0;
});
