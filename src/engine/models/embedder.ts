/** A chunk as it is given to an embedder, as read: the embedder cleans it and puts its own prompt in front. */
export interface Passage {
  readonly title: string;
  /** Outermost first. */
  readonly heading: readonly string[];
  readonly text: string;
}

/** Turns texts into unit vectors. Every implementation passes `embedder.suite.ts`. */
export interface Embedder {
  readonly id: string;
  /** What makes two vectors comparable: model digest, dimensions, prompts, cleaning version. Safe in a table name. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** How many texts are worth handing over at a time so that every session has work. */
  readonly batch: number;
  /** Unit vector of `dimensions`. Overtakes `embedPassages`. A question longer than the model reads is shortened by whole tokens. */
  embedQuery(query: string, signal?: AbortSignal): Promise<QueryVector>;
  /** Row-major `[passages.length, dimensions]`. */
  embedPassages(passages: readonly Passage[], signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

export interface QueryVector {
  readonly vector: Float32Array;
  /** How many UTF-16 units of the question were read, where not all of it was; null otherwise. */
  readonly shortenedTo: number | null;
}
