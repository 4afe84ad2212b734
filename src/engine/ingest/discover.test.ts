import { chmod, chown, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discovered, discover } from './discover';

const onWindows = process.platform === 'win32';
let root: string;
let source: string;
let home: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quaere-discover-'));
  source = join(root, 'case');
  home = join(root, 'home');
  await mkdir(source);
  await mkdir(home);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content = 'text'): Promise<void> {
  await mkdir(dirname(join(source, path)), { recursive: true });
  await writeFile(join(source, path), content);
}

/** `path: state` or `path: state reason`; stops at `most`, so that a walk without an end is a failed test. */
async function walk(from = source, ownData = home, most = 100): Promise<string[]> {
  const found: string[] = [];
  for await (const one of discover(from, ownData, new AbortController().signal)) {
    found.push(describe(one));
    if (found.length >= most) break;
  }
  return found;
}

function describe(one: Discovered): string {
  return `${one.path}: ${one.state}${one.state === 'waiting' ? '' : ` ${one.reason}`}`;
}

test('files of all folders, in the order of their names, with their size and time', async () => {
  await put('b/2.txt', 'two');
  await put('a.txt');
  await put('b/1/deep.txt');
  expect(await walk()).toEqual(['a.txt: waiting', 'b/1/deep.txt: waiting', 'b/2.txt: waiting']);
  for await (const one of discover(join(source, 'b', '2.txt'), home, new AbortController().signal)) {
    expect(one).toMatchObject({ file: join(source, 'b', '2.txt'), path: '2.txt', size: 3, state: 'waiting' });
    expect(Math.abs(Date.now() - one.modified)).toBeLessThan(60_000);
  }
});

test('junk is named with its rule, and what only looks like it is not', async () => {
  for (const path of [
    '~$lease.docx',
    '.~lock.lease.odt#',
    '.DS_Store',
    'Thumbs.db',
    'desktop.ini',
    '._lease.docx',
    '~lease.docx',
    'thumbs.db.txt',
  ])
    await put(path);
  await put('empty.txt', '');
  await put('.git/config');
  await put('__MACOSX/lease.docx');
  expect((await walk()).sort()).toEqual([
    '.DS_Store: skipped system-file',
    '._lease.docx: skipped system-file',
    '.~lock.lease.odt#: skipped office-lock-file',
    'Thumbs.db: skipped system-file',
    'desktop.ini: skipped system-file',
    'empty.txt: skipped empty',
    'thumbs.db.txt: waiting',
    '~$lease.docx: skipped office-lock-file',
    '~lease.docx: waiting',
  ]);
});

test('names in any script, with spaces, signs and line breaks', async () => {
  const names = [
    '合同（终稿）.docx',
    'Café.txt',
    'Cafe\u0301 2.txt',
    'emoji 😀.md',
    "it's 100% #1 & more.txt",
    'договор.txt',
  ];
  if (!onWindows) names.push('line\nbreak "quoted" \\ <b>.txt');
  for (const name of names) await put(name);
  expect((await walk()).sort()).toEqual(names.map((name) => `${name}: waiting`).sort());
});

test.skipIf(onWindows)('a link to a folder is followed, one to a folder around it is reported', async () => {
  await mkdir(join(root, 'elsewhere'));
  await writeFile(join(root, 'elsewhere', 'note.txt'), 'text');
  await put('a/b/note.txt');
  await symlink(join(root, 'elsewhere'), join(source, 'linked'));
  await symlink(source, join(source, 'a', 'b', 'to source'));
  await symlink('..', join(source, 'a', 'b', 'to parent'));
  await symlink(root, join(source, 'to above'));
  await symlink('/', join(source, 'to the disk'));
  expect(await walk()).toEqual([
    'a/b/note.txt: waiting',
    'a/b/to parent: failed link-loop',
    'a/b/to source: failed link-loop',
    'linked/note.txt: waiting',
    'to above: failed link-loop',
    'to the disk: failed link-loop',
  ]);
});

test.skipIf(onWindows)('links that lead to each other, to themselves, or nowhere', async () => {
  await mkdir(join(root, 'other'));
  await symlink(join(root, 'other'), join(source, 'other'));
  await symlink(source, join(root, 'other', 'back'));
  await symlink('self', join(source, 'self'));
  await symlink('gone', join(source, 'nowhere'));
  expect(await walk()).toEqual(['nowhere: failed vanished', 'other/back: failed link-loop', 'self: failed link-loop']);
});

test.skipIf(onWindows)('a source that is itself a link', async () => {
  await put('a.txt');
  await symlink(source, join(root, 'shortcut'));
  expect(await walk(join(root, 'shortcut'))).toEqual(['a.txt: waiting']);
});

test.skipIf(onWindows)('our own data is never entered, by whatever way', async () => {
  await put('home/matters/matter.json');
  await put('a.txt');
  await symlink(join(source, 'home'), join(source, 'link to home'));
  await symlink(join(source, 'home', 'matters'), join(source, 'link into home'));
  expect(await walk(source, join(source, 'home'))).toEqual(['a.txt: waiting']);
});

// Root may read everything: the folder is then looked at with the rights of nobody.
test.skipIf(onWindows)('a folder that may not be read is reported, and the others are walked', async () => {
  const asRoot = process.geteuid?.() === 0;
  await put('a.txt');
  await put('locked/secret.txt');
  await put('z.txt');
  if (asRoot) await Promise.all([root, source, home].map((path) => chown(path, 65_534, 65_534)));
  await chmod(join(source, 'locked'), 0);
  if (asRoot) process.seteuid?.(65_534);
  try {
    expect(await walk()).toEqual(['a.txt: waiting', 'locked: failed unreadable', 'z.txt: waiting']);
    await chmod(source, 0o300);
    expect(await walk()).toEqual(['case: failed unreadable']);
  } finally {
    if (asRoot) process.seteuid?.(0);
    await chmod(source, 0o700);
    await chmod(join(source, 'locked'), 0o700);
  }
});

test('a source that is not there throws, so that the caller can tell it from an empty one', async () => {
  await expect(walk(join(root, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await walk(home)).toEqual([]);
});

test('a walk stops when it is cancelled', async () => {
  for (let index = 0; index < 5; index++) await put(`${index}.txt`);
  const controller = new AbortController();
  const found: string[] = [];
  const walking = (async () => {
    for await (const one of discover(source, home, controller.signal)) {
      found.push(one.path);
      controller.abort();
    }
  })();
  await expect(walking).rejects.toMatchObject({ name: 'AbortError' });
  expect(found).toEqual(['0.txt']);
});
