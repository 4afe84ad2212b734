import { randomUUID } from 'node:crypto';
import { mkdir, readdir, realpath, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { QuaereError } from '../../contract/errors';
import { isWithin } from '../within';
import { acquireLock } from './lock';
import { type MatterFile, readMatterFile, writeMatterFile } from './matter-file';
import { checkMatterName } from './matter-name';
import { INDEX_FORMAT, type MatterServices, OpenMatter } from './open-matter';

/** The matters of one home folder: `matters/<id>/matter.json` and its database beside it. */
export class Matters {
  private readonly open = new Map<string, Promise<OpenMatter>>();

  constructor(
    private readonly folder: string,
    private readonly services: MatterServices,
  ) {}

  /** In the order in which they were made. */
  async list(): Promise<MatterFile[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = await Promise.all(names.map((name) => readMatterFile(join(this.folder, name))));
    return files.filter((file) => file !== null).sort((a, b) => a.created - b.created);
  }

  async create(name: string, sample = false): Promise<OpenMatter> {
    const taken = new Set((await this.list()).map((matter) => matter.name));
    const checked = checkMatterName(name, taken);
    const id = randomUUID();
    const file: MatterFile = {
      id,
      name: checked,
      sample,
      created: Date.now(),
      sources: [],
      format: INDEX_FORMAT,
      unfinished: false,
    };
    await writeMatterFile(join(this.folder, id), file);
    return this.get(id);
  }

  /** Opens it when it is not open. Fails with `matter-not-found`. */
  get(id: string): Promise<OpenMatter> {
    const there = this.open.get(id);
    if (there !== undefined) return there;
    const opening = this.openMatter(id);
    this.open.set(id, opening);
    // A failure is not kept: the next call tries again.
    opening.catch(() => this.open.delete(id));
    return opening;
  }

  isOpen(id: string): boolean {
    return this.open.has(id);
  }

  async rename(id: string, name: string): Promise<OpenMatter> {
    const matter = await this.get(id);
    const others = (await this.list()).filter((file) => file.id !== id).map((file) => file.name);
    const checked = checkMatterName(name, new Set(others));
    await matter.change(() => ({ name: checked }));
    return matter;
  }

  /** With its database; the files that it was made of stay. Fails with `in-use`. */
  async delete(id: string): Promise<void> {
    const matter = await this.get(id);
    await matter.cancel();
    const folder = join(this.folder, id);
    const lock = await acquireLock(folder);
    if (lock === null) throw new QuaereError({ kind: 'in-use', matter: matter.name });
    try {
      matter.abandon();
      this.open.delete(id);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    } finally {
      await lock.release();
    }
  }

  /**
   * Links folders or files. A path within a linked folder is there already; a folder that holds linked ones takes their
   * place. Fails with `source-missing`, `source-unreadable` or `source-is-own-data`, before anything is linked.
   */
  async link(id: string, paths: readonly string[]): Promise<OpenMatter> {
    const matter = await this.get(id);
    const wanted: MatterFile['sources'] = [];
    for (const path of paths) wanted.push(await this.checkSource(path));
    await matter.change(({ sources }) => ({ sources: wanted.reduce(withSource, sources) }));
    return matter;
  }

  async unlink(id: string, source: string): Promise<OpenMatter> {
    const matter = await this.get(id);
    await matter.cancel();
    await matter.change(({ sources }) => ({ sources: sources.filter((linked) => linked.id !== source) }));
    return matter;
  }

  async close(): Promise<void> {
    const open = [...this.open.values()];
    this.open.clear();
    await Promise.all(open.map(async (opening) => (await opening.catch(() => null))?.close()));
  }

  private async openMatter(id: string): Promise<OpenMatter> {
    const folder = join(this.folder, id);
    const file = await readMatterFile(folder);
    if (file === null) throw new QuaereError({ kind: 'matter-not-found', matter: id });
    return OpenMatter.open(folder, file, this.services);
  }

  private async checkSource(given: string): Promise<MatterFile['sources'][number]> {
    const path = resolve(given);
    const info = await stat(path).catch((cause: unknown) => {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      const kind = code === 'EACCES' || code === 'EPERM' ? 'source-unreadable' : 'source-missing';
      throw new QuaereError({ kind, path }, { cause });
    });
    await mkdir(this.services.ownData, { recursive: true });
    const [real, own] = await Promise.all([realpath(path), realpath(this.services.ownData)]);
    if (isWithin(real, own)) throw new QuaereError({ kind: 'source-is-own-data', path });
    if (!info.isDirectory()) {
      if (!info.isFile()) throw new QuaereError({ kind: 'source-unreadable', path });
      return { id: randomUUID(), path, kind: 'file' };
    }
    await readdir(path).catch((cause: unknown) => {
      throw new QuaereError({ kind: 'source-unreadable', path }, { cause });
    });
    return { id: randomUUID(), path, kind: 'folder' };
  }
}

/** The same array where there is nothing to add. */
function withSource(sources: MatterFile['sources'], source: MatterFile['sources'][number]): MatterFile['sources'] {
  if (sources.some((linked) => isWithin(source.path, linked.path))) return sources;
  return [...sources.filter((linked) => !isWithin(linked.path, source.path)), source];
}
