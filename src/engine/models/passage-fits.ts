import { composePassage } from './prompt';
import { loadTokenizer, tokenUpperBound } from './tokenizer';

/** Whether the model reads a passage as a whole. */
export type PassageFits = (title: string, heading: readonly string[], text: string) => boolean;

/** Fails with `model-missing` or `model-corrupt`. */
export async function loadPassageFits(modelFolder: string): Promise<PassageFits> {
  const { count, maxTokens } = await loadTokenizer(modelFolder);
  return (title, heading, text) => {
    const input = composePassage({ title, heading, text });
    // Most passages are so short that their tokens need not be counted.
    return tokenUpperBound(input) <= maxTokens || count(input) <= maxTokens;
  };
}
