import { create } from 'zustand';
import type { EngineState } from '../../contract/bridge';
import type { Failure } from '../../contract/errors';
import type { Matter } from '../../contract/matters';
import type { Language } from '../../wording/language';
import { ask } from '../engine';
import { notifyFailure } from '../shell/notice-store';

interface LibraryState {
  readonly engine: EngineState;
  /** Null until the engine has told them. */
  readonly matters: readonly Matter[] | null;
  readonly openId: string | null;
  readonly sampleQuestions: readonly string[];
  /** Matters for which an indexing has been asked for; the engine may not have begun with it yet. */
  readonly indexing: ReadonlySet<string>;
  setIndexing(id: string, indexing: boolean): void;
  setEngine(engine: EngineState): void;
  load(): Promise<readonly Matter[]>;
  open(id: string | null): void;
  openSample(language: Language): Promise<void>;
  loadSampleQuestions(language: Language): Promise<void>;
  /** Takes in what the engine told about a matter. */
  put(matter: Matter): void;
  drop(id: string): void;
  rename(id: string, name: string): Promise<Failure | null>;
  remove(id: string): Promise<void>;
  unlinkSource(id: string, source: string): Promise<void>;
}

export const useLibrary = create<LibraryState>()((set, get) => ({
  engine: 'starting',
  matters: null,
  openId: null,
  sampleQuestions: [],
  indexing: new Set(),
  setIndexing: (id, running) =>
    set((state) => {
      const indexing = new Set(state.indexing);
      if (running) indexing.add(id);
      else indexing.delete(id);
      return { indexing };
    }),
  setEngine: (engine) => set({ engine }),
  load: async () => {
    const listed = await ask('listMatters', {}).outcome;
    if (!listed.ok) {
      notifyFailure(listed.failure);
      return get().matters ?? [];
    }
    const matters = inOrder(listed.value);
    set({ matters });
    return matters;
  },
  open: (openId) => set({ openId }),
  openSample: async (language) => {
    const openBefore = get().openId;
    const sample = await ask('openSample', { language }).outcome;
    if (!sample.ok) {
      notifyFailure(sample.failure);
      return;
    }
    get().put(sample.value);
    // A folder that was dropped in the meantime stays in view.
    if (get().openId === openBefore) set({ openId: sample.value.id });
  },
  loadSampleQuestions: async (language) => {
    const questions = await ask('sampleQuestions', { language }).outcome;
    if (questions.ok) set({ sampleQuestions: questions.value });
  },
  put: (matter) =>
    set((state) => {
      const others = (state.matters ?? []).filter((other) => other.id !== matter.id);
      return { matters: inOrder([...others, matter]) };
    }),
  drop: (id) =>
    set((state) => {
      const matters = (state.matters ?? []).filter((matter) => matter.id !== id);
      return { matters, openId: state.openId === id ? (matters[0]?.id ?? null) : state.openId };
    }),
  rename: async (id, name) => {
    const renamed = await ask('renameMatter', { matter: id, name }).outcome;
    if (!renamed.ok) return renamed.failure;
    get().put(renamed.value);
    return null;
  },
  remove: async (id) => {
    const deleted = await ask('deleteMatter', { matter: id }).outcome;
    if (deleted.ok) get().drop(id);
    else notifyFailure(deleted.failure);
  },
  unlinkSource: async (id, source) => {
    const unlinked = await ask('unlinkSource', { matter: id, source }).outcome;
    if (unlinked.ok) get().put(unlinked.value);
    else notifyFailure(unlinked.failure);
  },
}));

/** Newest first, the sample below one's own. */
function inOrder(matters: readonly Matter[]): Matter[] {
  return [...matters].sort(
    (one, other) =>
      Number(one.sample) - Number(other.sample) || other.created - one.created || (one.id < other.id ? -1 : 1),
  );
}

/** Whether files wait to be read, or passages for their vectors. */
export function isIncomplete({ counts, coverage }: Pick<Matter, 'counts' | 'coverage'>): boolean {
  return counts.waiting > 0 || coverage.vectors < coverage.chunks;
}

export function openMatterIn(state: Pick<LibraryState, 'matters' | 'openId'>): Matter | null {
  return state.matters?.find((matter) => matter.id === state.openId) ?? null;
}

export function useOpenMatter(): Matter | null {
  return useLibrary(openMatterIn);
}
