import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dependenciesMatch } from './dependencies.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quaere-dependencies-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const zod = { 'node_modules/zod': { version: '4.6.7' } };

function lay(wanted, installed) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'app' }, ...wanted } }));
  if (installed === null) return;
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
}

test('an installation that was interrupted does not match', () => {
  lay(zod, null);
  expect(dependenciesMatch(root)).toBe(false);
});

test('another version does not match', () => {
  lay(zod, { 'node_modules/zod': { version: '4.0.0' } });
  expect(dependenciesMatch(root)).toBe(false);
});

test('packages for other platforms may be missing', () => {
  lay({ ...zod, 'node_modules/jieba-darwin': { version: '1.0.0', optional: true } }, zod);
  expect(dependenciesMatch(root)).toBe(true);
});
