import { sep } from 'node:path';

/** Whether a path is this folder or lies below it; both are absolute. Only the root of a disk ends with a separator. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
