import { create } from 'zustand';
import type { Failure } from '../../contract/errors';

/** What the user is told once, beside the work. Kept as facts, so that it follows a change of the language. */
export type Notice =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'engine-restarted' }
  | { readonly kind: 'recovered'; readonly what: 'model' | 'reader' }
  | { readonly kind: 'drop-nothing' };

interface NoticeState {
  readonly notices: readonly (Notice & { readonly id: number })[];
  add(notice: Notice): void;
  dismiss(id: number): void;
}

/** How long a notice stands that asks for nothing, in milliseconds. A failure stands until it is dismissed. */
const GONE_AFTER = 15_000;

let lastId = 0;

export const useNotices = create<NoticeState>()((set, get) => ({
  notices: [],
  add: (notice) => {
    lastId += 1;
    const shown = { ...notice, id: lastId };
    // The same thing said twice is said once, and no more than three stand at a time.
    set((state) => ({ notices: [...state.notices.filter((other) => !same(other, notice)), shown].slice(-3) }));
    if (notice.kind !== 'failure') setTimeout(() => get().dismiss(shown.id), GONE_AFTER);
  },
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
}));

function same(one: Notice, other: Notice): boolean {
  if (one.kind === 'failure') return other.kind === 'failure' && one.failure.kind === other.failure.kind;
  if (one.kind === 'recovered') return other.kind === 'recovered' && one.what === other.what;
  return one.kind === other.kind;
}

/** A cancelled call is what the user wanted: nothing is said about it. */
export function notifyFailure(failure: Failure): void {
  if (failure.kind !== 'cancelled') useNotices.getState().add({ kind: 'failure', failure });
}
