import { WorkerError } from './worker-error';
import { type WorkerOptions, WorkerProcess } from './worker-process';

export interface PoolOptions<Reply> extends WorkerOptions<Reply> {
  /** How many processes at most; each is forked when there is work for it. */
  readonly workers: number;
  /** How many requests a process is given at a time: 1, or more where it keeps a queue and is to find its next work there. */
  readonly depth?: number;
  /** After so long without a request the processes end, and their memory returns to the system. */
  readonly idleMilliseconds: number;
}

export interface PoolRequestOptions {
  /** Counted from the moment at which a process is asked, not while the request waits for one. */
  readonly milliseconds?: number;
  /** While it waits the request is dropped; once it is with a process, that process is killed. */
  readonly signal?: AbortSignal;
  /** Goes to the process with the least to do at once, over its depth. Only for workers that answer it before their queue. */
  readonly urgent?: boolean;
}

interface Queued<Request, Reply> {
  readonly start: (worker: WorkerProcess<Request, Reply>) => void;
  readonly drop: () => void;
}

/** Several worker processes behind one queue, first in, first out. */
export class WorkerPool<Request, Reply> {
  private readonly workers: WorkerProcess<Request, Reply>[];
  private readonly queue = new Set<Queued<Request, Reply>>();
  private readonly depth: number;
  private readonly idleMilliseconds: number;
  private idle: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions<Reply>) {
    this.workers = Array.from({ length: options.workers }, () => new WorkerProcess<Request, Reply>(options));
    this.depth = options.depth ?? 1;
    this.idleMilliseconds = options.idleMilliseconds;
  }

  /** Of the processes that run at this moment. */
  get pids(): number[] {
    return this.workers.map((worker) => worker.pid).filter((pid) => pid !== undefined);
  }

  /** Rejects with a {@link WorkerError}. */
  request(body: Request, options: PoolRequestOptions = {}): Promise<Reply> {
    const { signal, urgent = false } = options;
    return new Promise<Reply>((resolve, reject) => {
      const drop = () => {
        this.queue.delete(queued);
        signal?.removeEventListener('abort', drop);
        reject(new WorkerError({ kind: 'cancelled' }));
      };
      const start = (worker: WorkerProcess<Request, Reply>) => {
        signal?.removeEventListener('abort', drop);
        worker
          .request(body, options)
          .then(resolve, reject)
          .finally(() => this.next());
      };
      const queued: Queued<Request, Reply> = { start, drop };
      if (signal?.aborted === true) return drop();
      clearTimeout(this.idle);
      if (urgent) return start(this.leastLoaded());
      signal?.addEventListener('abort', drop, { once: true });
      this.queue.add(queued);
      this.next();
    });
  }

  /** Ends the processes; what waits or is under way is cancelled. A later request starts them anew. */
  async close(): Promise<void> {
    clearTimeout(this.idle);
    for (const queued of [...this.queue]) queued.drop();
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private next(): void {
    for (const queued of this.queue) {
      const worker = this.leastLoaded();
      if (worker.load >= this.depth) return;
      this.queue.delete(queued);
      queued.start(worker);
    }
    if (this.workers.every((worker) => worker.load === 0)) {
      clearTimeout(this.idle);
      this.idle = setTimeout(() => void this.close(), this.idleMilliseconds);
      this.idle.unref();
    }
  }

  /** Of equals the one that is already running. */
  private leastLoaded(): WorkerProcess<Request, Reply> {
    return this.workers.reduce((best, worker) => {
      if (worker.load !== best.load) return worker.load < best.load ? worker : best;
      return best.pid === undefined && worker.pid !== undefined ? worker : best;
    });
  }
}
