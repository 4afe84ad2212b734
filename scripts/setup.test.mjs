import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkNodeVersion } from './setup/node-version.mjs';
import { root } from './setup.mjs';

describe('set-up that cannot go on', () => {
  let checkout;
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'quaere-setup-'));
    for (const name of ['scripts', 'package.json', 'package-lock.json']) {
      cpSync(join(root, name), join(checkout, name), { recursive: true });
    }
  });
  afterEach(() => rmSync(checkout, { recursive: true, force: true }));

  test.each(['setup.mjs', 'start.mjs', 'test.mjs'])(
    '%s without npm names the step, the reason and the remedy',
    (script) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', script)], {
        cwd: checkout,
        env: { PATH: checkout },
        encoding: 'utf8',
      });
      expect(stderr).toContain('Set-up stopped at: dependencies (npm ci)');
      expect(stderr).toContain('Why:        npm was not found.');
      expect(stderr).toContain('What to do: Install npm');
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stdout).toBe('');
      expect(status).toBe(1);
    },
  );

  test('an old Node is told which one is needed', () => {
    expect(() => checkNodeVersion('18.20.4')).toThrow('This is Node.js 18.20.4; Quaere needs 20.12 or later.');
    expect(() => checkNodeVersion('20.11.1')).toThrow('20.12 or later');
    expect(() => checkNodeVersion('20.12.0')).not.toThrow();
    expect(() => checkNodeVersion('24.0.0')).not.toThrow();
  });
});
