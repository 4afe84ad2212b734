import { words } from '../language/words';

/**
 * Which documents a question names: the share of a name's words that the question holds, each word weighed by how rare
 * it is among the names (idf). Near 0 where a question names none.
 */
export class DocumentNames {
  private readonly names: { readonly document: number; readonly words: readonly string[] }[] = [];
  private readonly byWord = new Map<string, number[]>();

  /** `names`: every name that a document goes by, its title and the names of its files. */
  constructor(names: Iterable<{ readonly document: number; readonly name: string }>) {
    for (const { document, name } of names) {
      const distinct = [...new Set(words(name))];
      const index = this.names.push({ document, words: distinct }) - 1;
      for (const word of distinct) {
        const postings = this.byWord.get(word);
        if (postings === undefined) this.byWord.set(word, [index]);
        else postings.push(index);
      }
    }
  }

  /** For each document that shares a word with the question: from 0 to 1, the best of its names. */
  coverage(question: readonly string[]): Map<number, number> {
    const held = new Map<number, number>();
    for (const word of question) {
      const weight = this.idf(word);
      for (const name of this.byWord.get(word) ?? []) held.set(name, (held.get(name) ?? 0) + weight);
    }
    const coverage = new Map<number, number>();
    for (const [index, weight] of held) {
      const name = this.names[index];
      if (name === undefined) continue;
      const all = name.words.reduce((sum, word) => sum + this.idf(word), 0);
      coverage.set(name.document, Math.max(coverage.get(name.document) ?? 0, weight / all));
    }
    return coverage;
  }

  private idf(word: string): number {
    const frequency = this.byWord.get(word)?.length ?? 0;
    return Math.log(1 + (this.names.length - frequency + 0.5) / (frequency + 0.5));
  }
}
