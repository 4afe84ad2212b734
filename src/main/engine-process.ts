import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import type { EngineClient } from '../contract/calls';
import { createEngineClient } from '../contract/client';
import type { Control, EngineOptions } from '../contract/control';
import { QuaereError } from '../contract/errors';
import { ENGINE_CHANNEL, type EngineNotice } from '../contract/notice';
import { emitterPort } from '../contract/port';

/** How long to wait before each start that follows a death; after the last one the engine stays dead. */
const RESTART_DELAYS_MS = [0, 500, 2_000, 5_000, 10_000];
/** An engine that lived this long died of something new. */
const SOUND_LIFE_MS = 60_000;
const TIME_TO_CLOSE_MS = 5_000;

export interface EngineProcess {
  /** Main's own calls; they fail with `engine-stopped` while no engine is ready. */
  readonly call: EngineClient['call'];
  /** Gives the window a port as soon as there is an engine, and a new one after each restart. */
  connect(window: WebContents): void;
  /** Lets the engine close its matters; what takes longer than five seconds is killed. */
  stop(): Promise<void>;
}

/** Keeps the engine running in a process of its own. Only after Electron is ready. */
export function startEngineProcess(script: string, options: EngineOptions): EngineProcess {
  const windows = new Set<WebContents>();
  let child: UtilityProcess | undefined;
  let state: 'starting' | 'ready' | 'stopped' = 'starting';
  let own: EngineClient | undefined;
  let deaths = 0;
  let stopping = false;

  const launch = (): void => {
    const started = Date.now();
    const engine = utilityProcess.fork(script, [], {
      serviceName: 'Quaere engine',
      stdio: 'inherit',
      env: environment(),
    });
    child = engine;
    engine.postMessage({ type: 'start', options } satisfies Control);
    engine.once('message', () => {
      state = 'ready';
      own = createEngineClient(emitterPort(openPort(engine)));
      for (const window of windows) tell(window);
    });
    engine.once('exit', () => {
      child = undefined;
      own = undefined;
      if (stopping) return;
      if (Date.now() - started > SOUND_LIFE_MS) deaths = 0;
      const delay = RESTART_DELAYS_MS[deaths++];
      state = delay === undefined ? 'stopped' : 'starting';
      if (delay !== undefined) setTimeout(() => stopping || launch(), delay);
      for (const window of windows) tell(window);
    });
  };

  const tell = (window: WebContents): void => {
    const ports = state === 'ready' && child ? [openPort(child)] : [];
    window.postMessage(ENGINE_CHANNEL, { state } satisfies EngineNotice, ports);
  };

  launch();
  return {
    call(name, params, signal) {
      return own ? own.call(name, params, signal) : Promise.reject(new QuaereError({ kind: 'engine-stopped' }));
    },
    connect(window) {
      if (!windows.has(window)) {
        windows.add(window);
        window.once('destroyed', () => windows.delete(window));
      }
      tell(window);
    },
    async stop() {
      stopping = true;
      const { pid } = child ?? {};
      if (!child || pid === undefined) return;
      const exited = once(child, 'exit');
      child.postMessage({ type: 'stop' } satisfies Control);
      const killer = setTimeout(() => process.kill(pid, 'SIGKILL'), TIME_TO_CLOSE_MS);
      await exited;
      clearTimeout(killer);
    },
  };
}

function openPort(engine: UtilityProcess) {
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage({ type: 'client' } satisfies Control, [port1]);
  return port2;
}

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LANCE_CPU_THREADS: String(availableParallelism()),
    // ONNX Runtime otherwise reports to its maker.
    ORT_DISABLE_TELEMETRY: '1',
    // Two arenas of glibc's instead of one a thread; large blocks stay with the process, or exact scans spend their time on page faults.
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '1073741824',
    MALLOC_TRIM_THRESHOLD_: '2147483648',
  };
}
