import type { Vectors } from '../store/vectors';

const sampleSize = 2000;

/**
 * The least cosine that a question has with any chunk of the matter, estimated on a fixed random sample of its vectors:
 * the lower end of the scale on which meaning is measured.
 */
export class Floor {
  private sample: Float32Array = new Float32Array(0);
  private dimensions = 1;
  private sampledFrom = 0;

  constructor(private readonly vectors: Vectors) {}

  /** Samples anew when the matter has grown by half since the last time. */
  async refresh(count: number): Promise<void> {
    if (count === 0 || (count < this.sampledFrom * 1.5 && count >= this.sampledFrom / 1.5)) return;
    this.sampledFrom = count;
    const { vectors, dimensions } = await this.vectors.sample(sampleSize);
    this.sample = vectors;
    this.dimensions = dimensions;
  }

  of(query: Float32Array): number {
    let least = 1;
    for (let at = 0; at < this.sample.length; at += this.dimensions) {
      let cosine = 0;
      for (let index = 0; index < this.dimensions; index++)
        cosine += (query[index] ?? 0) * (this.sample[at + index] ?? 0);
      if (cosine < least) least = cosine;
    }
    return least;
  }
}
