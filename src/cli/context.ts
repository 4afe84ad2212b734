import type { Engine } from '../engine/engine';
import type { Terminal } from './terminal';

/** Where the program's own parts lie on this machine. */
export interface Installation {
  readonly resources: string;
  readonly workers: { readonly reader: string; readonly model: string };
}

/** What every command works with. */
export interface Context {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly installation: Installation;
}

/** Opens the engine on a data folder, and closes it whatever happens. */
export async function withEngine<T>(
  { terminal, installation }: Context,
  home: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  // Loaded only now: help and wrong usage need not wait for the database.
  const { createEngine } = await import('../engine/engine');
  const vectorCache = process.env.QUAERE_VECTOR_CACHE;
  const engine = await createEngine({ home, ...installation, ...(vectorCache ? { vectorCache } : {}) });
  // Idle workers do not keep a process alive; it is to live until the engine has closed.
  const alive = setInterval(() => {}, 60_000);
  engine.on('recovered', ({ what }) => terminal.say(terminal.words.recovered[what]));
  try {
    return await work(engine);
  } finally {
    await engine.close();
    clearInterval(alive);
  }
}
