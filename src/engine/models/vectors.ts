import { QuaereError } from '../../contract/errors';

const tolerance = 1e-3;

/** Refuses, as a failure of the model, what is not `rows` unit vectors of finite numbers, row-major. */
export function checkUnitVectors(vectors: Float32Array, rows: number, dimensions: number): void {
  if (vectors.length !== rows * dimensions) {
    refuse(`${vectors.length} numbers for ${rows} vectors of ${dimensions} dimensions`);
  }
  for (let at = 0; at < vectors.length; at += dimensions) {
    let square = 0;
    for (let d = at; d < at + dimensions; d++) square += (vectors[d] ?? 0) ** 2;
    const norm = Math.sqrt(square);
    // Written so that a norm that is not a number fails too.
    if (!(Math.abs(norm - 1) <= tolerance)) refuse(`a vector of norm ${norm}`);
  }
}

function refuse(detail: string): never {
  throw new QuaereError({ kind: 'model-crashed', detail });
}
