import type { Activity } from '../../contract/matters';
import type { Embedder } from '../models/embedder';
import type { MatterStore } from '../store/matter-store';
import type { PauseGate } from './pause-gate';
import type { Readers } from './readers';

export interface IngestSource {
  readonly id: string;
  /** Absolute path. */
  readonly path: string;
}

export interface PendingChunk {
  readonly id: number;
  readonly document: number;
}

/** What the path of a document needs of the matter that it leads into. */
export interface IngestContext {
  readonly store: MatterStore;
  readonly sources: readonly IngestSource[];
  /** The folder of our own data: never read as a source. */
  readonly ownData: string;
  readonly readers: Readers;
  readonly embedder: Embedder;
  /** Chunks without a vector, the newest last. */
  readonly pending: PendingChunk[];
  readonly gate: PauseGate;
  readonly signal: AbortSignal;
  /** Other sources have been linked since: their words come before these vectors. */
  isOutdated(): boolean;
  report(activity: Activity): void;
}
