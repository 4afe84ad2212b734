import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build, buildIsFresh } from './build.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quaere-build-'));
  const compiler = join(root, 'node_modules', 'electron-vite', 'bin');
  for (const folder of [compiler, join(root, 'src')]) mkdirSync(folder, { recursive: true });
  for (const name of ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'src/main.ts']) {
    writeFileSync(join(root, name), '{}');
  }
  writeFileSync(
    join(compiler, 'electron-vite.js'),
    `const { mkdirSync, readFileSync } = require('node:fs');
     if (readFileSync('src/main.ts', 'utf8').includes('broken')) {
       console.error('main.ts: unexpected token');
       process.exit(1);
     }
     mkdirSync(process.argv[4], { recursive: true });`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const quietly = () => {};

test('a build is fresh until a source changes; a test is not a source', async () => {
  expect(buildIsFresh(root)).toBe(false);
  await build(root, quietly);
  expect(buildIsFresh(root)).toBe(true);
  writeFileSync(join(root, 'src', 'main.test.ts'), '');
  expect(buildIsFresh(root)).toBe(true);
  writeFileSync(join(root, 'src', 'main.ts'), 'changed');
  expect(buildIsFresh(root)).toBe(false);
});

test('a build that fails says what the compiler said and leaves the last one in place', async () => {
  await build(root, quietly);
  writeFileSync(join(root, 'src', 'main.ts'), 'broken');
  await expect(build(root, quietly)).rejects.toThrow(
    /Set-up stopped at: build[\s\S]*unexpected token[\s\S]*What to do/,
  );
  writeFileSync(join(root, 'src', 'main.ts'), '{}');
  expect(buildIsFresh(root)).toBe(true);
});
