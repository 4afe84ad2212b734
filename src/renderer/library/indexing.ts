import type { Params } from '../../contract/calls';
import { ask } from '../engine';
import { notifyFailure } from '../shell/notice-store';
import { useLibrary } from './library-store';

/** Matters whose run ended because the engine died: it goes on when the engine is back. */
const interrupted = new Set<string>();

/** How often in a row a run is taken up again for a matter; more would feed the engine what kills it for ever. */
const MAX_RESUMES = 3;
const resumes = new Map<string, number>();

/** Brings the index in line with the sources. How far it is comes as events; why it ended early, as the matter's activity. */
export async function indexMatter(id: string, options: Omit<Params<'index'>, 'matter'> = {}): Promise<void> {
  const { setIndexing } = useLibrary.getState();
  setIndexing(id, true);
  const report = await ask('index', { matter: id, ...options }).outcome;
  setIndexing(id, false);
  if (report.ok) {
    resumes.delete(id);
    return;
  }
  if (report.failure.kind === 'engine-stopped') {
    interrupted.add(id);
    return;
  }
  const matter = useLibrary.getState().matters?.find((other) => other.id === id);
  if (matter?.activity.phase !== 'stopped') notifyFailure(report.failure);
}

/** To be called when the engine is back after it had died. */
export function resumeInterrupted(): void {
  for (const id of interrupted) {
    const count = (resumes.get(id) ?? 0) + 1;
    resumes.set(id, count);
    if (count <= MAX_RESUMES) void indexMatter(id);
  }
  interrupted.clear();
}

export async function pauseIndexing(id: string, paused: boolean): Promise<void> {
  const outcome = await ask(paused ? 'pauseIndexing' : 'resumeIndexing', { matter: id }).outcome;
  if (!outcome.ok) notifyFailure(outcome.failure);
}

export async function cancelIndexing(id: string): Promise<void> {
  const outcome = await ask('cancelIndexing', { matter: id }).outcome;
  if (!outcome.ok) notifyFailure(outcome.failure);
}
