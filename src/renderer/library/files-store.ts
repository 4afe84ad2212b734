import { create } from 'zustand';
import type { Result } from '../../contract/calls';
import type { FileState, LedgerRow } from '../../contract/ledger';
import { ask } from '../engine';
import { notifyFailure } from '../shell/notice-store';

/** Which rows of the ledger are listed. */
export type FilesFilter = 'not-searchable' | 'all' | FileState;

const PAGE = 500;

interface FilesState {
  readonly matter: string | null;
  readonly filter: FilesFilter;
  readonly status: Result<'status'> | null;
  /** Null until the first rows are there. */
  readonly total: number | null;
  /** Rows by their place in the list; a page at a time, as the list is scrolled. */
  readonly rows: ReadonlyMap<number, LedgerRow>;
  open(matter: string, filter: FilesFilter): void;
  /** Asks for the page that holds this place, unless it is there or under way. */
  need(index: number): void;
  /** Takes the counts and rows anew, keeping what is shown until they are there. */
  refresh(): void;
}

let generation = 0;
const underWay = new Set<number>();

export const useFiles = create<FilesState>()((set, get) => {
  const loadPage = async (page: number, replace: boolean): Promise<void> => {
    const { matter, filter } = get();
    if (!matter) return;
    const asked = generation;
    underWay.add(page);
    const states = statesOf(filter);
    const listed = await ask('listFiles', {
      matter,
      offset: page * PAGE,
      limit: PAGE,
      ...(states ? { states: [...states] } : {}),
    }).outcome;
    if (asked !== generation) return;
    underWay.delete(page);
    if (!listed.ok) {
      notifyFailure(listed.failure);
      return;
    }
    set((state) => {
      const rows = new Map(replace ? [] : state.rows);
      for (const [index, row] of listed.value.rows.entries()) rows.set(page * PAGE + index, row);
      return { rows, total: listed.value.total };
    });
  };

  const loadStatus = async (): Promise<void> => {
    const { matter } = get();
    if (!matter) return;
    const asked = generation;
    const status = await ask('status', { matter }).outcome;
    if (status.ok && asked === generation) set({ status: status.value });
  };

  return {
    matter: null,
    filter: 'not-searchable',
    status: null,
    total: null,
    rows: new Map(),
    open: (matter, filter) => {
      generation += 1;
      underWay.clear();
      const status = get().matter === matter ? get().status : null;
      set({ matter, filter, status, total: null, rows: new Map() });
      void loadStatus();
      void loadPage(0, true);
    },
    need: (index) => {
      const page = Math.floor(index / PAGE);
      if (!get().rows.has(index) && !underWay.has(page)) void loadPage(page, false);
    },
    refresh: () => {
      generation += 1;
      underWay.clear();
      void loadStatus();
      void loadPage(0, true);
    },
  };
});

function statesOf(filter: FilesFilter): readonly FileState[] | null {
  if (filter === 'all') return null;
  return filter === 'not-searchable' ? ['failed', 'unsupported', 'skipped'] : [filter];
}
