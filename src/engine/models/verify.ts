import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { QuaereError } from '../../contract/errors';

/**
 * The SHA-256 of each file of a model, by its path within the model's folder, from the list `SHA256SUMS` beside the folder.
 * A list that is not there is `model-missing`, one that does not name the model `model-corrupt`.
 */
export async function readDigests(modelFolder: string): Promise<ReadonlyMap<string, string>> {
  const path = join(dirname(modelFolder), 'SHA256SUMS');
  const list = await readFile(path, 'utf8').catch(missing(path));
  const digests = new Map<string, string>();
  for (const line of list.split('\n')) {
    const [, digest, file] = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line.trimEnd()) ?? [];
    const [folder, ...rest] = file?.split('/') ?? [];
    if (digest !== undefined && folder === basename(modelFolder)) digests.set(rest.join('/'), digest);
  }
  if (digests.size === 0) throw new QuaereError({ kind: 'model-corrupt', path });
  return digests;
}

/** Fails with `model-missing` or `model-corrupt` unless each of these files of the model is the one in `SHA256SUMS`. */
export async function verifyFiles(modelFolder: string, files: readonly string[]): Promise<void> {
  const digests = await readDigests(modelFolder);
  await Promise.all(
    files.map(async (file) => {
      const path = join(modelFolder, file);
      if ((await digestOf(path)) !== digests.get(file)) throw new QuaereError({ kind: 'model-corrupt', path });
    }),
  );
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(part);
  } catch (cause) {
    missing(path)(cause);
  }
  return hash.digest('hex');
}

function missing(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new QuaereError({ kind: 'model-missing', path }, { cause });
  };
}
