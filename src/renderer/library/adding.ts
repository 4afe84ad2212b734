import { create } from 'zustand';
import type { Matter } from '../../contract/matters';
import { wording } from '../../wording/wording';
import { ask, desktop } from '../engine';
import { languageIn, useSettings } from '../settings/settings-store';
import { notifyFailure } from '../shell/notice-store';
import { indexMatter } from './indexing';
import { openMatterIn, useLibrary } from './library-store';
import { type Added, freeName, matterNameFor } from './naming';

interface AddingState {
  /** What was dropped while a matter of the user's own is open: the dialog asks where it goes. */
  readonly asked: readonly Added[] | null;
}

export const useAdding = create<AddingState>()(() => ({ asked: null }));

/** What was dropped: makes a matter, or asks first when one of the user's own is open. */
export function addDropped(added: readonly Added[]): void {
  const open = openMatterIn(useLibrary.getState());
  if (!open || open.sample) void addToNew(added);
  else if (open.sources.length === 0) void addTo(open, added);
  else useAdding.setState({ asked: added });
}

/** Lets the user choose in the system's dialog. Without a matter, or with the sample only, a new one is made. */
export async function chooseAndAdd(kind: Added['kind'], to: Matter | null): Promise<void> {
  const chosen = await desktop('chooseSources', { kind: kind === 'folder' ? 'folder' : 'files' });
  if (!chosen.ok) {
    notifyFailure(chosen.failure);
    return;
  }
  if (chosen.value.length === 0) return;
  const added = chosen.value.map((path) => ({ path, kind }));
  if (to && !to.sample) await addTo(to, added);
  else await addToNew(added);
}

export async function addTo(matter: Pick<Matter, 'id'>, added: readonly Added[]): Promise<void> {
  useAdding.setState({ asked: null });
  const { matters } = useLibrary.getState();
  const phase = matters?.find((other) => other.id === matter.id)?.activity.phase;
  if (!(await link(matter.id, added))) return;
  await indexMatter(matter.id);
  // That may have been the end of a run that had looked for its files before these were linked.
  if (phase !== 'idle' && phase !== 'stopped') await indexMatter(matter.id);
}

export async function addToNew(added: readonly Added[]): Promise<void> {
  useAdding.setState({ asked: null });
  const library = useLibrary.getState();
  const matter = await createNamed(nameForNew(added));
  if (!matter) return;
  if (await link(matter.id, added)) {
    library.open(matter.id);
    await indexMatter(matter.id);
  } else {
    // A matter that nobody asked for by itself is not left behind empty.
    await library.remove(matter.id);
  }
}

async function link(matter: string, added: readonly Added[]): Promise<boolean> {
  const linked = await ask('linkSources', { matter, paths: added.map((one) => one.path) }).outcome;
  if (linked.ok) useLibrary.getState().put(linked.value);
  else notifyFailure(linked.failure);
  return linked.ok;
}

/** The name that a new matter for these would get. */
export function nameForNew(added: readonly Added[]): string {
  const words = wording(languageIn(useSettings.getState())).library;
  const taken = (useLibrary.getState().matters ?? []).map((matter) => matter.name);
  return freeName(matterNameFor(added) ?? words.untitled, taken);
}

/** A folder's name may be longer than a matter's, or hold characters that a matter's may not. */
async function createNamed(name: string): Promise<Matter | null> {
  const first = await ask('createMatter', { name }).outcome;
  if (first.ok) return first.value;
  if (first.failure.kind === 'matter-name' && first.failure.problem !== 'taken') {
    const allowed = [...name.replace(/\p{Cc}/gu, ' ').trim()].slice(0, first.failure.limit).join('');
    const second = await ask('createMatter', { name: allowed }).outcome;
    if (second.ok) return second.value;
    notifyFailure(second.failure);
    return null;
  }
  notifyFailure(first.failure);
  return null;
}
