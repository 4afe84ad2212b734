import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedder, Passage } from './embedder';
import { composePassage } from './prompt';

/*
 * For evaluation and benchmarks, which embed the same texts over and over. Never on by itself: vectors of one matter's texts
 * would stand outside it.
 *
 * A folder holds one segment a process, so that several can append: records of fixed size, the first 16 bytes of the
 * SHA-256 of the input, then the vector in the machine's byte order. A record that was cut off at the end is not read.
 */

const keyLength = 16;
const suffix = '.vectors';

/** Where a vector lies on disk: only the index is kept in memory. */
interface Place {
  readonly segment: number;
  readonly offset: number;
}

export interface CachedEmbedder extends Embedder {
  /** Passages found in the cache, and those embedded, since the start. */
  readonly counts: { readonly hits: number; readonly misses: number };
}

/** Serves passages from `folder` where it has them, under the embedder's fingerprint; questions are always embedded. */
export async function withVectorCache(embedder: Embedder, folder: string): Promise<CachedEmbedder> {
  const segments = join(folder, embedder.fingerprint);
  await mkdir(segments, { recursive: true });
  const { dimensions } = embedder;
  const recordLength = keyLength + dimensions * Float32Array.BYTES_PER_ELEMENT;
  const files: number[] = [];
  const places = new Map<string, Place>();
  for (const name of await readdir(segments)) {
    if (!name.endsWith(suffix)) continue;
    const { size } = await stat(join(segments, name));
    const file = openSync(join(segments, name), 'r');
    index(file, files.push(file) - 1, Math.floor(size / recordLength));
  }
  const own = openSync(join(segments, `${randomUUID()}${suffix}`), 'ax+');
  const ownSegment = files.push(own) - 1;
  let ownLength = 0;
  const counts = { hits: 0, misses: 0 };

  function index(file: number, segment: number, records: number): void {
    const recordsAtOnce = 1000;
    const buffer = Buffer.alloc(recordsAtOnce * recordLength);
    for (let record = 0; record < records; record += recordsAtOnce) {
      const count = Math.min(recordsAtOnce, records - record);
      readSync(file, buffer, 0, count * recordLength, record * recordLength);
      for (let at = 0; at < count; at++) {
        const key = buffer.toString('latin1', at * recordLength, at * recordLength + keyLength);
        places.set(key, { segment, offset: (record + at) * recordLength + keyLength });
      }
    }
  }

  function append(keys: readonly string[], vectors: Float32Array): void {
    const records = Buffer.alloc(keys.length * recordLength);
    keys.forEach((key, row) => {
      const at = row * recordLength;
      records.write(key, at, 'latin1');
      records.set(bytesOf(vectors.subarray(row * dimensions, (row + 1) * dimensions)), at + keyLength);
      places.set(key, { segment: ownSegment, offset: ownLength + at + keyLength });
    });
    writeSync(own, records);
    ownLength += records.length;
  }

  async function embedPassages(passages: readonly Passage[], signal?: AbortSignal): Promise<Float32Array> {
    const keys = passages.map((passage) => keyOf(composePassage(passage)));
    const missing = new Map<string, Passage>();
    passages.forEach((passage, row) => {
      const key = keys[row] ?? '';
      if (places.has(key)) counts.hits++;
      else missing.set(key, passage);
    });
    if (missing.size > 0) {
      counts.misses += missing.size;
      append([...missing.keys()], await embedder.embedPassages([...missing.values()], signal));
    }
    const result = new Float32Array(passages.length * dimensions);
    keys.forEach((key, row) => {
      const place = places.get(key);
      const file = place === undefined ? undefined : files[place.segment];
      if (place === undefined || file === undefined) throw new Error(`no vector for passage ${row}`);
      readSync(file, bytesOf(result.subarray(row * dimensions, (row + 1) * dimensions)), { position: place.offset });
    });
    return result;
  }

  return {
    ...embedder,
    counts,
    embedPassages,
    async close() {
      await embedder.close();
      for (const file of files.splice(0)) closeSync(file);
    },
  };
}

function keyOf(input: string): string {
  return createHash('sha256').update(input).digest().toString('latin1', 0, keyLength);
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
