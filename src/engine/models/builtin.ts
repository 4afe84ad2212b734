import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { QuaereError } from '../../contract/errors';
import { WorkerError } from '../processes/worker-error';
import { WorkerPool } from '../processes/worker-pool';
import type { Embedder, Passage, QueryVector } from './embedder';
import { fingerprintOf } from './fingerprint';
import { type ModelReply, type ModelRequest, modelReplySchema } from './messages';
import { composePassage, E5_PROMPTS } from './prompt';
import { checkUnitVectors } from './vectors';
import { readDigests } from './verify';

export interface BuiltinOptions {
  /** The folder with `config.json`, `tokenizer.json` and `onnx/`; `SHA256SUMS` stands beside it. */
  readonly modelFolder: string;
  /** The built `model-worker.js`. */
  readonly workerScript: string;
  /** How many sessions, each a process with one thread. Default: one a core. */
  readonly sessions?: number;
  /** After so long without work the sessions end and return their memory. Default: 5 minutes. */
  readonly idleMilliseconds?: number;
  /** A session died or hung, and its work has been done by another. */
  readonly onRecovered?: (detail: string) => void;
}

export interface BuiltinEmbedder extends Embedder {
  /** Of the sessions that run at this moment. */
  pids(): number[];
}

/** Texts a request: few, so that sessions end a call at nearly the same time. */
const textsPerRequest = 4;
/** Requests a session has at a time: the one that it works on and its next. */
const depth = 2;
/** A request of four texts takes a second at most on a slow machine; a session that takes this long hangs. */
const hangs = 120_000;

const configSchema = z.object({ hidden_size: z.int() });

/** Starts no process yet. Fails with `model-missing` or `model-corrupt`; weights are verified when they are loaded. */
export async function createBuiltinEmbedder(options: BuiltinOptions): Promise<BuiltinEmbedder> {
  const { modelFolder, workerScript, sessions = availableParallelism(), idleMilliseconds = 300_000 } = options;
  const dimensions = await readDimensions(modelFolder);
  const fingerprint = fingerprintOf({
    runtime: 'builtin',
    modelDigest: await digestOfModel(modelFolder),
    dimensions,
    prompts: E5_PROMPTS,
  });
  const pool = new WorkerPool<ModelRequest, ModelReply>({
    script: workerScript,
    args: [modelFolder],
    // ONNX Runtime reports to its makers' servers unless it is told not to.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    parse: (body) => modelReplySchema.parse(body),
    workers: sessions,
    depth,
    idleMilliseconds,
  });

  let closed = false;
  /** A request lost with its session is asked once more. */
  async function ask(request: ModelRequest, rows: number): Promise<Extract<ModelReply, { kind: 'vectors' }>> {
    if (closed) throw new QuaereError({ kind: 'engine-stopped' });
    const send = () => pool.request(request, { milliseconds: hangs, urgent: request.kind === 'query' });
    const reply = await send().catch(async (lost: unknown) => {
      if (!isLost(lost)) throw failureOf(lost);
      const second = await send().catch((again: unknown) => {
        throw failureOf(again);
      });
      options.onRecovered?.(lost.message);
      return second;
    });
    if (reply.kind === 'failed') throw new QuaereError(reply.failure);
    checkUnitVectors(reply.vectors, rows, dimensions);
    return reply;
  }

  async function embedQuery(query: string, signal?: AbortSignal): Promise<QueryVector> {
    const { vectors, shortenedTo } = await untilAborted(() => ask({ kind: 'query', query }, 1), signal);
    return { vector: vectors, shortenedTo };
  }

  async function embedPassages(passages: readonly Passage[], signal?: AbortSignal): Promise<Float32Array> {
    const rowsOf = new Map<string, number[]>();
    passages.forEach((passage, row) => {
      const input = composePassage(passage);
      const rows = rowsOf.get(input);
      if (rows === undefined) rowsOf.set(input, [row]);
      else rows.push(row);
    });
    // The longest first, so that the sessions end together.
    const inputs = [...rowsOf.keys()].sort((a, b) => b.length - a.length);
    const result = new Float32Array(passages.length * dimensions);
    let next = 0;
    const stop = () => {
      next = inputs.length;
    };
    const lane = async () => {
      while (next < inputs.length) {
        const part = inputs.slice(next, next + textsPerRequest);
        next += textsPerRequest;
        const { vectors } = await ask({ kind: 'passages', inputs: part }, part.length);
        part.forEach((input, index) => {
          const vector = vectors.subarray(index * dimensions, (index + 1) * dimensions);
          for (const row of rowsOf.get(input) ?? []) result.set(vector, row * dimensions);
        });
      }
    };
    const embedAll = () => Promise.all(Array.from({ length: sessions * depth }, lane));
    await untilAborted(embedAll, signal).finally(stop);
    return result;
  }

  return {
    id: `builtin/${basename(modelFolder)}`,
    fingerprint,
    dimensions,
    batch: sessions * 64,
    embedQuery,
    embedPassages,
    close() {
      closed = true;
      return pool.close();
    },
    pids: () => pool.pids,
  };
}

/** Died, or was killed because it hung. */
function isLost(thrown: unknown): thrown is WorkerError {
  return thrown instanceof WorkerError && ['crashed', 'timed-out', 'out-of-memory'].includes(thrown.failure.kind);
}

function failureOf(thrown: unknown): QuaereError {
  if (thrown instanceof WorkerError && thrown.failure.kind === 'cancelled') {
    return new QuaereError({ kind: 'cancelled' }, { cause: thrown });
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new QuaereError({ kind: 'model-crashed', detail }, { cause: thrown });
}

/** Rejects at once when aborted; what a session has begun it ends by itself. */
async function untilAborted<Value>(work: () => Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work();
  if (signal.aborted) throw new QuaereError({ kind: 'cancelled' });
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new QuaereError({ kind: 'cancelled' }));
    signal.addEventListener('abort', abort, { once: true });
  });
  return Promise.race([work(), aborted]).finally(() => signal.removeEventListener('abort', abort));
}

async function readDimensions(modelFolder: string): Promise<number> {
  const path = join(modelFolder, 'config.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new QuaereError({ kind: 'model-missing', path }, { cause });
  });
  try {
    return configSchema.parse(JSON.parse(text)).hidden_size;
  } catch (cause) {
    throw new QuaereError({ kind: 'model-corrupt', path }, { cause });
  }
}

async function digestOfModel(modelFolder: string): Promise<string> {
  const digests = [...(await readDigests(modelFolder))].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex');
}
