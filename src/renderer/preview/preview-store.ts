import { create } from 'zustand';
import type { Failure } from '../../contract/errors';
import type { DocumentSummary, DocumentView, Passage } from '../../contract/search';
import { type Asked, ask } from '../engine';
import { joined, STEP, trimmed, windowAround } from './window';

/** What the preview is to show: a passage among the passages of its document, in the order of the text. */
export interface Target {
  readonly matter: string;
  readonly document: DocumentSummary;
  readonly hits: readonly Passage[];
  readonly chunk: number;
}

interface PreviewState {
  readonly target: Target | null;
  readonly view: DocumentView | null;
  readonly failure: Failure | null;
  /** Counts the wishes to see the passage: each scrolls to it. */
  readonly jump: number;
  show(target: Target): void;
  /** Loads the passage again, after a failure or a change of the index. */
  reload(): void;
  backToHit(): void;
  extend(side: 'before' | 'after'): void;
  clear(): void;
}

let asked: Asked<DocumentView> | null = null;
let extending = false;

export const usePreview = create<PreviewState>()((set, get) => {
  const load = async (target: Target, hit: Passage): Promise<void> => {
    asked?.cancel();
    const call = ask('readDocument', {
      matter: target.matter,
      document: target.document.id,
      ...windowAround(hit.start, hit.end),
    });
    asked = call;
    const outcome = await call.outcome;
    if (asked !== call) return;
    asked = null;
    if (outcome.ok) set((state) => ({ view: outcome.value, failure: null, jump: state.jump + 1 }));
    else if (outcome.failure.kind !== 'cancelled') set({ view: null, failure: outcome.failure });
  };

  return {
    target: null,
    view: null,
    failure: null,
    jump: 0,
    show: (target) => {
      const { view, target: last } = get();
      const hit = hitOf(target);
      if (!hit) return;
      const sameDocument = last?.matter === target.matter && view?.document.id === target.document.id;
      if (sameDocument && view && view.from <= hit.start && hit.end <= view.to) {
        asked?.cancel();
        asked = null;
        const moved = last?.chunk !== target.chunk;
        set((state) => ({ target, failure: null, jump: moved ? state.jump + 1 : state.jump }));
        return;
      }
      set({ target, failure: null });
      void load(target, hit);
    },
    reload: () => {
      const { target } = get();
      const hit = target && hitOf(target);
      if (target && hit) void load(target, hit);
    },
    backToHit: () => {
      const { target, view } = get();
      const hit = target && hitOf(target);
      if (!target || !hit) return;
      if (view && view.from <= hit.start && hit.end <= view.to) set((state) => ({ jump: state.jump + 1 }));
      else if (!asked) void load(target, hit);
    },
    extend: (side) => void extend(side),
    clear: () => {
      asked?.cancel();
      asked = null;
      set({ target: null, view: null, failure: null });
    },
  };

  async function extend(side: 'before' | 'after'): Promise<void> {
    const { target, view } = get();
    if (extending || !target || !view || view.document.id !== target.document.id) return;
    const span =
      side === 'before'
        ? { from: Math.max(0, view.from - STEP), to: view.from }
        : { from: view.to, to: view.to + STEP };
    if (span.from >= span.to || span.from >= view.length) return;
    extending = true;
    const outcome = await ask('readDocument', { matter: target.matter, document: view.document.id, ...span }).outcome;
    extending = false;
    // Meanwhile another document, or another place of this one, may have been opened. What failed is tried at the next scroll.
    if (!outcome.ok || get().view !== view) return;
    const whole = side === 'before' ? joined(outcome.value, view) : joined(view, outcome.value);
    set({ view: trimmed(whole, side) });
  }
});

export function hitOf(target: Target): Passage | undefined {
  return target.hits.find((hit) => hit.chunk === target.chunk);
}
