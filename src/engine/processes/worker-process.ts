import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { replySchema } from './frames';
import { WorkerError } from './worker-error';

export interface WorkerOptions<Reply> {
  /** The built script that calls `serve`. */
  readonly script: string;
  /** Narrows what came over the border; throws if it cannot. */
  readonly parse: (body: unknown) => Reply;
  readonly args?: readonly string[];
  /** Options of Node's, e.g. `--max-old-space-size=512`. */
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RequestOptions {
  /** Counted from the moment at which the process is asked, which includes its start. */
  readonly milliseconds?: number;
  /** Aborting kills the process: it may be in a loop that hears nothing. */
  readonly signal?: AbortSignal;
}

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: WorkerError) => void;
  readonly done: () => void;
}

/** One run of the child, with what it still owes. */
interface Run<Reply> {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting<Reply>>;
  readonly closed: Promise<void>;
}

const stderrTail = 4000;

/**
 * A child process that answers requests. It is forked at the first request, and anew at the first after it has died; its
 * death fails what was under way and nothing else. While it has nothing to do it does not keep this process alive.
 */
export class WorkerProcess<Request, Reply> {
  private run: Run<Reply> | null = null;
  private nextId = 1;

  constructor(private readonly options: WorkerOptions<Reply>) {}

  /** Undefined while there is no process. */
  get pid(): number | undefined {
    return this.run?.child.pid;
  }

  /** How many requests are under way. */
  get load(): number {
    return this.run?.waiting.size ?? 0;
  }

  /** Rejects with a {@link WorkerError}. */
  request(body: Request, options: RequestOptions = {}): Promise<Reply> {
    const { milliseconds, signal } = options;
    if (signal?.aborted === true) return Promise.reject(new WorkerError({ kind: 'cancelled' }));
    const run = this.run ?? this.start();
    const id = this.nextId++;
    return new Promise<Reply>((resolve, reject) => {
      const stop = (error: WorkerError) => {
        const waiting = run.waiting.get(id);
        if (waiting === undefined) return;
        waiting.done();
        reject(error);
        this.kill(run);
      };
      const abort = () => stop(new WorkerError({ kind: 'cancelled' }));
      const timer =
        milliseconds === undefined
          ? undefined
          : setTimeout(() => stop(new WorkerError({ kind: 'timed-out', milliseconds })), milliseconds);
      signal?.addEventListener('abort', abort, { once: true });
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        run.waiting.delete(id);
        if (run.waiting.size === 0) release(run.child);
      };
      run.waiting.set(id, { resolve, reject, done });
      hold(run.child);
      // A channel that broke is heard as the process's end, which rejects this request.
      run.child.send({ id, body }, () => undefined);
    });
  }

  /** Ends the process and what is under way; a later request starts a new one. */
  async close(): Promise<void> {
    const run = this.run;
    if (run === null) return;
    fail(run, new WorkerError({ kind: 'cancelled' }));
    // While nothing was under way the child did not keep this process alive; its end is waited for.
    hold(run.child);
    this.kill(run);
    await run.closed;
  }

  private start(): Run<Reply> {
    const { script, args = [], execArgv = [], env = {} } = this.options;
    const child = fork(script, args, {
      execArgv: [...execArgv],
      // Under Electron's executable the script is to run as Node would run it.
      // Two arenas: glibc would keep one for each thread, and give little of them back.
      env: { ...process.env, MALLOC_ARENA_MAX: '2', ...env, ELECTRON_RUN_AS_NODE: '1' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let stderr = '';
    if (child.stderr instanceof Socket) child.stderr.unref();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-stderrTail);
    });
    const { promise: closed, resolve } = deferred();
    const run: Run<Reply> = { child, waiting: new Map(), closed };
    const end = (code: number | null, signal: string | null) => {
      if (this.run === run) this.run = null;
      fail(run, diedOf(code, signal, stderr));
      resolve();
    };
    child.on('message', (message) => this.receive(run, message));
    child.on('error', (error) => {
      stderr = `${stderr}${error.message}\n`.slice(-stderrTail);
      // Without an id it was never started, and `close` will not come.
      if (child.pid === undefined) end(null, null);
    });
    child.on('close', end);
    this.run = run;
    return run;
  }

  private receive(run: Run<Reply>, message: unknown): void {
    const frame = replySchema.safeParse(message);
    if (!frame.success) return;
    const waiting = run.waiting.get(frame.data.id);
    if (waiting === undefined) return;
    waiting.done();
    if (!frame.data.ok) {
      waiting.reject(new WorkerError({ kind: 'refused', detail: frame.data.detail }));
      return;
    }
    let reply: Reply;
    try {
      reply = this.options.parse(frame.data.body);
    } catch (cause) {
      waiting.reject(new WorkerError({ kind: 'refused', detail: 'the reply has another shape' }, { cause }));
      return;
    }
    waiting.resolve(reply);
  }

  private kill(run: Run<Reply>): void {
    // From now on the next request forks anew, without waiting for this one's end.
    if (this.run === run) this.run = null;
    run.child.kill('SIGKILL');
  }
}

function fail<Reply>(run: Run<Reply>, error: WorkerError): void {
  for (const waiting of [...run.waiting.values()]) {
    waiting.done();
    waiting.reject(error);
  }
}

function diedOf(code: number | null, signal: string | null, stderr: string): WorkerError {
  const detail = stderr.trim();
  if (/heap out of memory|^out of memory: |Array buffer allocation failed|bad_alloc/im.test(detail)) {
    return new WorkerError({ kind: 'out-of-memory', detail });
  }
  return new WorkerError({ kind: 'crashed', code, signal, detail });
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
