import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** For tests: bundles a worker's TypeScript into a new temporary folder, as the real build does; gives the script's path. */
export async function buildFixture(source: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'quaere-fixture-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: source, outDir, emptyOutDir: true, target: 'node20', rolldownOptions: { output: { format: 'es' } } },
    ssr: { noExternal: true },
  });
  return join(outDir, basename(source).replace(/\.ts$/, '.js'));
}
