import { type UnzipFileInfo, unzipSync } from 'fflate';

/** What the parts of a document may take in memory together. */
const MOST_UNPACKED = 512 * 1024 * 1024;

export class ZipTooLarge extends Error {}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Whether the archive's directory lists the entry; false where the directory is broken. */
export function zipHas(bytes: Uint8Array, entry: string): boolean {
  let found = false;
  try {
    unzipSync(bytes, {
      filter: (file) => {
        found ||= entryName(file) === entry;
        return false;
      },
    });
  } catch {
    return false;
  }
  return found;
}

/**
 * The entries that `wanted` names, by name with forward slashes. The sizes that the archive declares bound what is allocated.
 * @throws {ZipTooLarge} before unpacking, when they sum to more than 512 MB
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  const unpacked = unzipSync(bytes, {
    filter: (file) => {
      if (!wanted(entryName(file))) return false;
      total += file.originalSize;
      if (total > MOST_UNPACKED) throw new ZipTooLarge(`${total} bytes unpacked`);
      return true;
    },
  });
  return new Map(Object.entries(unpacked).map(([name, content]) => [normalised(name), content]));
}

function entryName(file: UnzipFileInfo): string {
  return normalised(file.name);
}

function normalised(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}
