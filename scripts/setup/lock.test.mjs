import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockSetup } from './lock.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quaere-lock-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a second set-up waits for the first, and says so once', async () => {
  const release = await lockSetup(root, () => {});
  const say = vi.fn();
  const second = lockSetup(root, say);
  const early = await Promise.race([second.then(() => 'entered'), sleep(500).then(() => 'waiting')]);
  expect(early).toBe('waiting');
  release();
  (await second)();
  expect(say.mock.calls).toEqual([[expect.stringContaining('waiting for another set-up')]]);
});

test('the lock of a set-up that died is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(join(root, '.cache'));
  writeFileSync(join(root, '.cache', 'setup.lock'), String(pid));
  const say = vi.fn();
  (await lockSetup(root, say))();
  expect(say).not.toHaveBeenCalled();
});
