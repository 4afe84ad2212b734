import { createHash } from 'node:crypto';
import { CLEANING_VERSION } from '../language/clean';
import { COMPOSITION_VERSION } from './prompt';

export interface VectorOrigin {
  /** `builtin`, `ollama`: the same weights in another runtime give other vectors. */
  readonly runtime: string;
  /** SHA-256 of what the weights and the vocabulary are. */
  readonly modelDigest: string;
  readonly dimensions: number;
  readonly prompts: { readonly passage: string; readonly query: string };
}

/** Two vectors are comparable if their fingerprints are equal. Letters, digits and one `_`: safe in a table's name. */
export function fingerprintOf({ runtime, modelDigest, dimensions, prompts }: VectorOrigin): string {
  const parts = [modelDigest, dimensions, prompts.passage, prompts.query, COMPOSITION_VERSION, CLEANING_VERSION];
  return `${runtime}_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}`;
}
