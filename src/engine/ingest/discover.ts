import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { ReadFailure, SkipReason } from '../../contract/ledger';
import { isWithin } from '../within';

/** A file below a source, with what is known of it without opening it. */
export type Discovered = {
  /** Absolute path. */
  readonly file: string;
  /** Path within the source, with `/` between its parts. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
} & (
  | { readonly state: 'waiting' }
  | { readonly state: 'skipped'; readonly reason: SkipReason }
  | { readonly state: 'failed'; readonly reason: ReadFailure; readonly detail: string }
);

/**
 * Walks a linked folder (or names a linked file), in the order of names. Folders and links that cannot be followed are
 * reported in place of the files that may lie below them. `ownData` is never entered.
 */
export async function* discover(source: string, ownData: string, signal: AbortSignal): AsyncGenerator<Discovered> {
  const info = await stat(source);
  if (!info.isDirectory()) {
    yield describe(source, basename(source), info.size, info.mtimeMs);
    return;
  }
  const root = await realpath(source);
  const own = await realpath(ownData).catch(() => ownData);
  yield* walk({ source, root, ownData: own, signal }, { path: source, real: root, above: new Set() });
}

interface Walk {
  readonly source: string;
  /** The source with all links resolved. */
  readonly root: string;
  readonly ownData: string;
  readonly signal: AbortSignal;
}

interface Folder {
  readonly path: string;
  readonly real: string;
  /** The real paths of the folders that the walk is inside of. */
  readonly above: ReadonlySet<string>;
}

async function* walk(about: Walk, folder: Folder): AsyncGenerator<Discovered> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder.path, { withFileTypes: true });
  } catch (error) {
    yield unreadable(about.source, folder.path, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const above = new Set([...folder.above, folder.real]);
  for (const entry of entries) {
    about.signal.throwIfAborted();
    const path = join(folder.path, entry.name);
    let found: { readonly folder: Folder } | { readonly file: Discovered } | null;
    try {
      found = await look(about, entry, path, join(folder.real, entry.name), above);
    } catch (error) {
      found = { file: unreadable(about.source, path, error) };
    }
    if (found === null) continue;
    if ('file' in found) yield found.file;
    else yield* walk(about, found.folder);
  }
}

/** What an entry of a folder is; null for what is neither file nor folder, and for our own data. */
async function look(about: Walk, entry: Dirent, path: string, within: string, above: ReadonlySet<string>) {
  const info = await stat(path);
  if (info.isFile()) return { file: describe(path, pathWithin(about.source, path), info.size, info.mtimeMs) };
  if (!info.isDirectory() || ignoredFolders.has(entry.name)) return null;
  const real = entry.isSymbolicLink() ? await realpath(path) : within;
  if (isWithin(real, about.ownData)) return null;
  // A link to a folder that the walk is inside of would never end.
  if (above.has(real) || isWithin(about.root, real)) return { file: linkLoop(about.source, path) };
  return { folder: { path, real, above } };
}

const ignoredFolders = new Set(['.git', '.svn', '$RECYCLE.BIN', 'System Volume Information', '__MACOSX']);
const systemFiles = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', 'ehthumbs.db', '.localized']);

function describe(file: string, path: string, size: number, modified: number): Discovered {
  const about = { file, path, size, modified };
  const name = basename(file);
  if (name.startsWith('~$') || /^\.~lock\..*#$/.test(name))
    return { ...about, state: 'skipped', reason: 'office-lock-file' };
  if (systemFiles.has(name.toLowerCase()) || name.startsWith('._'))
    return { ...about, state: 'skipped', reason: 'system-file' };
  if (size === 0) return { ...about, state: 'skipped', reason: 'empty' };
  return { ...about, state: 'waiting' };
}

function unreadable(root: string, file: string, error: unknown): Discovered {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = code === 'ELOOP' ? 'link-loop' : code === 'ENOENT' ? 'vanished' : 'unreadable';
  const detail = error instanceof Error ? error.message : String(error);
  return { file, path: pathWithin(root, file), size: 0, modified: 0, state: 'failed', reason, detail };
}

function linkLoop(root: string, file: string): Discovered {
  const detail = 'a link to a folder that it lies in';
  return { file, path: pathWithin(root, file), size: 0, modified: 0, state: 'failed', reason: 'link-loop', detail };
}

function pathWithin(root: string, file: string): string {
  return relative(root === file ? dirname(root) : root, file)
    .split(sep)
    .join('/');
}
