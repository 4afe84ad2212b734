import { z } from 'zod';
import { failureSchema } from '../../contract/errors';

/** To a model worker. `passages` are composed inputs: cleaned, with the prompt in front. A question is as it was asked. */
export const modelRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passages'), inputs: z.array(z.string()) }),
  z.object({ kind: z.literal('query'), query: z.string() }),
]);
export type ModelRequest = z.infer<typeof modelRequestSchema>;

const vectorsSchema = z.instanceof(Float32Array);

/** From a model worker; `vectors` is row-major. */
export const modelReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vectors'), vectors: vectorsSchema, shortenedTo: z.int().nullable() }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type ModelReply = z.infer<typeof modelReplySchema>;
