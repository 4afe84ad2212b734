// @ts-check
// What the built-in embedder is measured against: a bare loop over ONNX Runtime and the tokenizer, one session with one thread.
// It shares no code with Quaere. Its argument is the model's folder; a message is a list of inputs, the answer their vectors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const folder = process.argv[2] ?? '';
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
const session = await InferenceSession.create(join(folder, 'onnx/model_quantized.onnx'), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
});

process.on('message', async (/** @type {string[]} */ inputs) => {
  const vectors = [];
  for (const input of inputs) vectors.push(await embed(input));
  process.send?.(vectors);
});

async function embed(/** @type {string} */ input) {
  const ids = tokenizer.encode(input).ids;
  const { last_hidden_state: states } = await session.run({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
  });
  const data = /** @type {Float32Array} */ (states?.data);
  const width = data.length / ids.length;
  const vector = new Float32Array(width);
  for (let i = 0; i < data.length; i++) vector[i % width] = (vector[i % width] ?? 0) + (data[i] ?? 0);
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}
