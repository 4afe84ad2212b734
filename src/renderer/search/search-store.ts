import { create } from 'zustand';
import type { Failure } from '../../contract/errors';
import type { Passage, SearchMode, SearchResult } from '../../contract/search';
import { type Asked, ask } from '../engine';

/** Words are searched while typing; meaning when typing rests. Milliseconds. */
const WORDS_AFTER = 60;
const MEANING_AFTER = 350;

/** How many passages are asked for: first, and at each wish for more. The engine gives at most 1,000. */
export const LIMITS = [50, 250, 1000] as const;

export interface Answer {
  readonly mode: SearchMode;
  readonly limit: number;
  readonly result: SearchResult;
}

interface SearchState {
  readonly matter: string | null;
  readonly threshold: boolean;
  readonly text: string;
  /** The last answer; it stays until the next one is there, so that the list is never empty in between. */
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** The chunk of the selected passage. */
  readonly selected: number | null;
  /** Documents whose passages are all shown. */
  readonly expanded: ReadonlySet<number>;
  setMatter(matter: string | null): void;
  setThreshold(threshold: boolean): void;
  /** While an input method composes, `text` is not yet what is meant: it is shown, not searched. */
  type(text: string, composing?: boolean): void;
  /** Searches at once, by words and meaning. */
  submit(text?: string): void;
  /** The same question again, for what the index has learnt meanwhile. */
  refresh(): void;
  more(): void;
  select(chunk: number): void;
  toggleExpanded(document: number): void;
}

let wordsTimer: ReturnType<typeof setTimeout> | undefined;
let meaningTimer: ReturnType<typeof setTimeout> | undefined;
let asked: Asked<SearchResult> | null = null;

export const useSearch = create<SearchState>()((set, get) => {
  const stop = (): void => {
    clearTimeout(wordsTimer);
    clearTimeout(meaningTimer);
    asked?.cancel();
    asked = null;
  };

  const run = async (mode: SearchMode, limit: number): Promise<void> => {
    stopCall();
    const { matter, text, threshold } = get();
    if (!matter || text.trim() === '') return;
    set({ busy: true });
    const call = ask('search', { matter, query: text, mode, limit, threshold });
    asked = call;
    const outcome = await call.outcome;
    // A later call has taken its place: whatever this one says is stale.
    if (asked !== call) return;
    asked = null;
    if (outcome.ok) {
      const { selected } = get();
      const answer = { mode, limit, result: outcome.value };
      const kept = passagesOf(answer).some((passage) => passage.chunk === selected);
      const first = mode === 'lexical' ? null : (outcome.value.groups[0]?.passages[0]?.chunk ?? null);
      set({ answer, failure: null, busy: false, selected: kept ? selected : first });
    } else if (outcome.failure.kind === 'cancelled') set({ busy: false });
    else set({ failure: outcome.failure, busy: false });
  };
  const stopCall = (): void => {
    asked?.cancel();
    asked = null;
  };

  const emptied = { answer: null, failure: null, busy: false, selected: null, expanded: new Set<number>() };

  return {
    matter: null,
    threshold: true,
    text: '',
    ...emptied,
    setMatter: (matter) => {
      if (matter === get().matter) return;
      stop();
      set({ matter, text: '', ...emptied });
    },
    setThreshold: (threshold) => {
      if (threshold === get().threshold) return;
      set({ threshold });
      get().refresh();
    },
    type: (text, composing = false) => {
      if (composing) {
        clearTimeout(wordsTimer);
        clearTimeout(meaningTimer);
        set({ text });
        return;
      }
      stop();
      if (text.trim() === '') {
        set({ text, ...emptied });
        return;
      }
      set({ text, expanded: new Set() });
      wordsTimer = setTimeout(() => void run('lexical', LIMITS[0]), WORDS_AFTER);
      meaningTimer = setTimeout(() => void run('hybrid', LIMITS[0]), MEANING_AFTER);
    },
    submit: (text) => {
      stop();
      if (text !== undefined) set({ text, selected: null, expanded: new Set() });
      void run('hybrid', LIMITS[0]);
    },
    refresh: () => {
      const { answer, text } = get();
      if (text.trim() === '') return;
      stop();
      void run('hybrid', answer?.limit ?? LIMITS[0]);
    },
    more: () => {
      const limit = nextLimit(get().answer);
      if (limit === null) return;
      stop();
      void run('hybrid', limit);
    },
    select: (selected) => set({ selected }),
    toggleExpanded: (document) =>
      set((state) => {
        const expanded = new Set(state.expanded);
        if (!expanded.delete(document)) expanded.add(document);
        return { expanded };
      }),
  };
});

export function passagesOf(answer: Answer): Passage[] {
  return answer.result.groups.flatMap((group) => group.passages);
}

/** The limit to ask for next, or null where the answer is whole. */
export function nextLimit(answer: Answer | null): number | null {
  if (!answer || passagesOf(answer).length < answer.limit) return null;
  return LIMITS.find((limit) => limit > answer.limit) ?? null;
}

/** Whether the list shows the answer, by meaning, to what stands in the search box. */
export function isSettled(state: Pick<SearchState, 'answer' | 'text' | 'busy'>): boolean {
  return !state.busy && state.answer?.mode === 'hybrid' && state.answer.result.query.trim() === state.text.trim();
}
