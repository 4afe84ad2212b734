import { z } from 'zod';
import { failureSchema } from './errors';

/** Messages from a client to the engine on a MessagePort. `params` is validated by the call's own schema. */
export const requestFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int(), name: z.string(), params: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.int() }),
]);
export type RequestFrame = z.infer<typeof requestFrameSchema>;

/** Messages from the engine to a client. */
export const responseFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('value'), id: z.int(), value: z.unknown() }),
  z.object({ type: z.literal('failure'), id: z.int(), failure: failureSchema }),
  z.object({ type: z.literal('event'), name: z.string(), payload: z.unknown() }),
]);
export type ResponseFrame = z.infer<typeof responseFrameSchema>;
