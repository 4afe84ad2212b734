// @ts-check
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_RECORD = Buffer.from('PK\x05\x06');
const DIRECTORY_RECORD = 0x02014b50;
const STORED = 0;

/**
 * Unpacks chosen files of a zip that fits in memory. A part only, which the ready-made extractors cannot do: the archive that needs
 * this holds 25,000 files that nobody wants.
 * @param {Buffer} zip
 * @param {string} target
 * @param {(name: string) => string | null} place where a file goes below `target`; null leaves it out
 */
export async function unzip(zip, target, place) {
  for (const entry of listEntries(zip)) {
    const path = entry.name.endsWith('/') ? null : place(entry.name);
    if (path === null) continue;
    // The local header repeats name and extra field, and may give them other lengths than the directory does.
    const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
    const packed = zip.subarray(start, start + entry.packedSize);
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, entry.method === STORED ? packed : await inflate(packed));
    await chmod(file, entry.mode);
  }
}

/** @param {Buffer} zip */
function* listEntries(zip) {
  const end = zip.lastIndexOf(END_RECORD);
  if (end < 0) throw new Error('not a zip file');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_RECORD) throw new Error('damaged zip directory');
    const nameLength = zip.readUInt16LE(at + 28);
    yield {
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: zip.readUInt32LE(at + 42),
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
