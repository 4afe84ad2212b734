import type { EngineClient, Params } from '../contract/calls';
import type { Activity, IndexReport } from '../contract/matters';
import type { CliWording } from '../wording/cli.en';
import type { Progress, Step } from './progress';

/** Indexes a matter and shows how far it is, one phase after the other. */
export async function indexWithProgress(
  engine: EngineClient,
  request: Params<'index'>,
  progress: Progress,
  words: CliWording,
  signal: AbortSignal,
): Promise<IndexReport> {
  const stopListening = engine.on('matter', ({ id, activity }) => {
    const step = id === request.matter ? stepOf(activity, words) : null;
    if (step !== null) progress.show(step);
  });
  // A run belongs to everyone who waits for it, so that the signal of one call does not end it.
  // Should the cancelling itself fail, the run tells why it ended.
  const cancel = () => void engine.call('cancelIndexing', { matter: request.matter }).catch(() => {});
  signal.addEventListener('abort', cancel);
  try {
    signal.throwIfAborted();
    return await engine.call('index', request);
  } finally {
    signal.removeEventListener('abort', cancel);
    stopListening();
    progress.end();
  }
}

function stepOf(activity: Activity, words: CliWording): Step | null {
  switch (activity.phase) {
    case 'discovering':
      return { label: words.index.discovering, done: activity.found, total: null, secondsLeft: null };
    case 'reading':
    case 'embedding': {
      const { phase, done, total, secondsLeft } = activity;
      return { label: words.index[phase], done, total, secondsLeft };
    }
    case 'idle':
    case 'stopped':
      return null;
  }
}
