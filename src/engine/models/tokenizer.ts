import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { composeQuery } from './prompt';
import { verifyFiles } from './verify';

const tokenizerFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

const configSchema = z.object({ hidden_size: z.int(), max_position_embeddings: z.int() });
const objectSchema = z.record(z.string(), z.unknown());

/** `<s>`, `</s>`, `<pad>` and `<unk>` in a text are text, not the model's own marks. */
const marks = /<(?:\/?s|pad|unk)>/g;

/** The library spreads the tokens of one word over a call's arguments: a word of 100,000 letters overflows the stack. */
const longest = 16_384;

export interface ModelTokenizer {
  readonly dimensions: number;
  /** The model's window, its two marks included. */
  readonly maxTokens: number;
  /** With the model's marks. Beyond 16,384 UTF-16 units without a space the sum of parts, which may be a little more. */
  count(input: string): number;
  /** Ids with the model's marks; null if the input is longer than the window: nothing is cut here. */
  encode(input: string): number[] | null;
}

/** Fails with `model-missing` or `model-corrupt`. */
export async function loadTokenizer(modelFolder: string): Promise<ModelTokenizer> {
  await verifyFiles(modelFolder, tokenizerFiles);
  const [config, tokenizerJson, tokenizerConfig] = await Promise.all(
    tokenizerFiles.map(async (file): Promise<unknown> => JSON.parse(await readFile(join(modelFolder, file), 'utf8'))),
  );
  const { hidden_size, max_position_embeddings } = configSchema.parse(config);
  const tokenizer = new Tokenizer(objectSchema.parse(tokenizerJson), objectSchema.parse(tokenizerConfig));

  const count = (input: string) => {
    let tokens = 2;
    for (const part of partsOf(input.replace(marks, ' '))) {
      tokens += tokenizer.encode(part, { add_special_tokens: false }).ids.length;
    }
    return tokens;
  };
  return {
    dimensions: hidden_size,
    maxTokens: max_position_embeddings,
    count,
    encode(input) {
      if (input.length > longest && count(input) > max_position_embeddings) return null;
      const { ids } = tokenizer.encode(input.replace(marks, ' '));
      return ids.length > max_position_embeddings ? null : ids;
    },
  };
}

/** At spaces where there are any: the tokenizer itself splits there, so that the parts' tokens add up to the whole's. */
function* partsOf(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > longest) {
    const space = text.lastIndexOf(' ', from + longest);
    const to = space > from ? space : from + longest;
    yield text.slice(from, to);
    from = to;
  }
  yield text.slice(from);
}

/**
 * Never less than the tokens of an input, its two marks included, and cheap: the tokenizer works on NFKC, every code point
 * of which is at most one token, with one mark for the beginning of the first word.
 */
export function tokenUpperBound(input: string): number {
  const normalized = input.normalize('NFKC');
  let codePoints = 0;
  for (const _ of normalized) codePoints++;
  return codePoints + 3;
}

/** UTF-16 units of a question: more than the window holds of any language. */
const longestQuestion = 4096;

export interface FittedQuery {
  readonly ids: readonly number[];
  /** UTF-16 units of the question that were read; null if all of it was. */
  readonly shortenedTo: number | null;
}

/** The longest beginning of a question, in whole code points, that the model's window holds. */
export function fitQuery(tokenizer: ModelTokenizer, query: string): FittedQuery {
  const encodePrefix = (length: number) => tokenizer.encode(composeQuery(query.slice(0, length)));
  const whole = query.length <= longestQuestion ? encodePrefix(query.length) : null;
  if (whole !== null) return { ids: whole, shortenedTo: null };
  let ids: readonly number[] = encodePrefix(0) ?? [];
  let fits = 0;
  let tooLong = Math.min(query.length, longestQuestion) + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const length = splitsPair(query, middle) ? middle - 1 : middle;
    if (length <= fits) break;
    const prefix = encodePrefix(length);
    if (prefix === null) tooLong = length;
    else [ids, fits] = [prefix, length];
  }
  return { ids, shortenedTo: fits };
}

function splitsPair(text: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(index - 1, index + 1));
}
