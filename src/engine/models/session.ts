import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { verifyFiles } from './verify';

const weights = 'onnx/model_quantized.onnx';

/** Unit vector of a text's tokens: mean over the tokens, L2 norm. One text a call: int8 scales by all that a call holds. */
export type EmbedTokens = (ids: readonly number[]) => Promise<Float32Array<ArrayBuffer>>;

/** Fails with `model-missing` or `model-corrupt`. One thread: workers are as many as cores. */
export async function loadSession(modelFolder: string): Promise<EmbedTokens> {
  await verifyFiles(modelFolder, [weights]);
  const session = await InferenceSession.create(join(modelFolder, weights), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: 3,
  });
  return async (ids) => {
    const shape = [1, ids.length];
    const { last_hidden_state: states } = await session.run({
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    });
    if (!(states?.data instanceof Float32Array)) throw new Error('the model gave no float32 states');
    return meanToUnit(states.data, ids.length);
  };
}

/** `states` is row-major, one row a token; all of them count, since one text a call needs no padding. */
function meanToUnit(states: Float32Array, tokens: number): Float32Array<ArrayBuffer> {
  const dimensions = states.length / tokens;
  const sum = new Float64Array(dimensions);
  for (let at = 0; at < states.length; at += dimensions) {
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + (states[at + d] ?? 0);
  }
  let square = 0;
  for (const x of sum) square += x * x;
  const norm = Math.sqrt(square);
  return Float32Array.from(sum, (x) => x / norm);
}
