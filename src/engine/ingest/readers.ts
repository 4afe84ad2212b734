import { cpus } from 'node:os';
import { QuaereError } from '../../contract/errors';
import { WorkerError } from '../processes/worker-error';
import { WorkerPool } from '../processes/worker-pool';
import { type Prepared, type PrepareRequest, preparedSchema } from './prepared';

const idleMilliseconds = 5000;
/** A text of 100 MB takes a reader some 1.2 GB for its characters, words and chunks. */
const heapMegabytes = 2048;

export interface ReadersOptions {
  /** The built script of `ingest/worker.ts`. */
  readonly script: string;
  /** The folder of the built-in model: chunks are measured with its tokenizer. */
  readonly modelFolder: string;
  /** A file has ended its worker; the others go on. */
  readonly onRecovered?: () => void;
}

/** The pool of reader workers. A file that hangs, or kills its worker, costs that file alone. */
export class Readers {
  readonly workers = Math.max(1, cpus().length);
  private readonly pool: WorkerPool<PrepareRequest, Prepared>;

  constructor(private readonly options: ReadersOptions) {
    this.pool = new WorkerPool({
      script: options.script,
      args: [options.modelFolder],
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      parse: (body) => preparedSchema.parse(body),
      workers: this.workers,
      idleMilliseconds,
    });
  }

  /** `size` in bytes sets the time limit. Rejects only when cancelled. */
  async prepare(request: PrepareRequest, size: number, signal: AbortSignal): Promise<Prepared> {
    try {
      return await this.pool.request(request, { milliseconds: timeLimit(size), signal });
    } catch (error) {
      if (!(error instanceof WorkerError)) throw error;
      const { failure } = error;
      if (failure.kind === 'cancelled') throw new QuaereError({ kind: 'cancelled' }, { cause: error });
      const reason = failure.kind === 'refused' ? 'crashed' : failure.kind;
      if (failure.kind !== 'refused') this.options.onRecovered?.();
      return { kind: 'failed', reason, detail: error.message, sha256: null };
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** Milliseconds. A minute for any file, and time to cut the words of a very long one. */
function timeLimit(size: number): number {
  return 60_000 + (size / 1_000_000) * 5000;
}
