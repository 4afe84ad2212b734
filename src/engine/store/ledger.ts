import type { Table } from '@lancedb/lancedb';
import type { FileState, LedgerCounts } from '../../contract/ledger';
import { lancedb } from './lance';
import { type FileRow, fileRowSchema } from './rows';
import { filesSchema } from './schema';
import { Upkeep } from './upkeep';

/** The ledger of a matter: every discovered file with its one state. All of it is held in memory as well. */
export class Ledger {
  private readonly rows = new Map<number, FileRow>();
  private readonly byFile = new Map<string, FileRow>();
  private readonly byDocument = new Map<number, Set<number>>();
  private nextId = 1;

  private constructor(
    private readonly table: Table,
    readonly upkeep: Upkeep,
  ) {}

  static async open(table: Table): Promise<Ledger> {
    const ledger = new Ledger(table, new Upkeep(table));
    await ledger.reload();
    return ledger;
  }

  async reload(): Promise<void> {
    this.rows.clear();
    this.byFile.clear();
    this.byDocument.clear();
    for (const raw of await this.table.query().toArray()) {
      const row = fileRowSchema.parse(raw);
      this.remember(row);
      this.nextId = Math.max(this.nextId, row.id + 1);
    }
  }

  all(): IterableIterator<FileRow> {
    return this.rows.values();
  }

  /** By absolute path. */
  get(file: string): FileRow | undefined {
    return this.byFile.get(file);
  }

  /** The files that have a document's content, in the order in which they were found. */
  filesOf(document: number): FileRow[] {
    const files = [...(this.byDocument.get(document) ?? [])].sort((a, b) => a - b);
    return files.flatMap((id) => this.rows.get(id) ?? []);
  }

  newId(): number {
    return this.nextId++;
  }

  async add(rows: readonly FileRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.table.add(lancedb.makeArrowTable([...rows], { schema: filesSchema }));
    for (const row of rows) this.remember(row);
    await this.upkeep.committed(rows.length);
  }

  /** Replaces the rows of these ids. */
  async update(rows: readonly FileRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.table
      .mergeInsert('id')
      .whenMatchedUpdateAll()
      .execute(lancedb.makeArrowTable([...rows], { schema: filesSchema }));
    for (const row of rows) this.remember(row);
    await this.upkeep.committed(rows.length);
  }

  async remove(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.table.delete(`id IN (${ids.join(',')})`);
    for (const id of ids) {
      const row = this.rows.get(id);
      if (row !== undefined) this.forget(row);
    }
    await this.upkeep.committed(ids.length);
  }

  counts(): LedgerCounts {
    const counts = { discovered: 0, waiting: 0, indexed: 0, skipped: 0, unsupported: 0, failed: 0 };
    for (const row of this.rows.values()) {
      counts.discovered += 1;
      counts[row.state] += 1;
    }
    return counts;
  }

  byReason(): { state: FileState; reason: FileRow['reason']; count: number }[] {
    const groups = new Map<string, { state: FileState; reason: FileRow['reason']; count: number }>();
    for (const { state, reason } of this.rows.values()) {
      const key = `${state} ${reason ?? ''}`;
      const group = groups.get(key) ?? { state, reason, count: 0 };
      group.count += 1;
      groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => b.count - a.count);
  }

  private remember(row: FileRow): void {
    const before = this.rows.get(row.id);
    if (before !== undefined) this.forget(before);
    this.rows.set(row.id, row);
    this.byFile.set(row.file, row);
    if (row.document === null) return;
    const files = this.byDocument.get(row.document) ?? new Set();
    this.byDocument.set(row.document, files.add(row.id));
  }

  private forget(row: FileRow): void {
    this.rows.delete(row.id);
    if (this.byFile.get(row.file)?.id === row.id) this.byFile.delete(row.file);
    if (row.document !== null) this.byDocument.get(row.document)?.delete(row.id);
  }
}
