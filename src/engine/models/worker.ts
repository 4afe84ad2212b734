import { QuaereError, toFailure } from '../../contract/errors';
import { serve } from '../processes/serve';
import { Lanes } from './lanes';
import { type ModelReply, type ModelRequest, modelRequestSchema } from './messages';
import { type EmbedTokens, loadSession } from './session';
import { fitQuery, loadTokenizer, type ModelTokenizer } from './tokenizer';

/** A model worker: one session of ONNX Runtime in a process of its own. Its one argument is the model's folder. */
const modelFolder = process.argv[2] ?? '';
const lanes = new Lanes();
let model: Promise<Model> | null = null;

interface Model {
  readonly tokenizer: ModelTokenizer;
  readonly embed: EmbedTokens;
}

serve((body) => modelRequestSchema.parse(body), answer);

async function answer(request: ModelRequest): Promise<ModelReply> {
  try {
    model ??= load();
    const loaded = await model;
    return request.kind === 'query' ? await embedQuery(loaded, request.query) : await embedAll(loaded, request.inputs);
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

async function load(): Promise<Model> {
  try {
    const tokenizer = await loadTokenizer(modelFolder);
    return { tokenizer, embed: await loadSession(modelFolder) };
  } catch (thrown) {
    // The next request tries again: the file may have been put back.
    model = null;
    throw thrown;
  }
}

async function embedQuery({ tokenizer, embed }: Model, query: string): Promise<ModelReply> {
  return lanes.run('urgent', async () => {
    const { ids, shortenedTo } = fitQuery(tokenizer, query);
    return { kind: 'vectors', vectors: await embed(ids), shortenedTo };
  });
}

async function embedAll({ tokenizer, embed }: Model, inputs: readonly string[]): Promise<ModelReply> {
  const vectors = new Float32Array(inputs.length * tokenizer.dimensions);
  await Promise.all(
    inputs.map((input, row) =>
      lanes.run('background', async () => {
        const ids = tokenizer.encode(input);
        if (ids === null) throw new QuaereError({ kind: 'bad-request', detail: tooLong(tokenizer, input) });
        vectors.set(await embed(ids), row * tokenizer.dimensions);
      }),
    ),
  );
  return { kind: 'vectors', vectors, shortenedTo: null };
}

function tooLong({ maxTokens, count }: ModelTokenizer, input: string): string {
  return `a passage of ${count(input)} tokens; the model reads ${maxTokens}`;
}
