import { z } from 'zod';

/** To the child: one request. Several may be under way; `id` says which reply belongs to which. */
export const requestSchema = z.object({ id: z.int(), body: z.unknown() });

/** From the child: the reply to one request, or what its handler threw. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.int(), body: z.unknown() }),
  z.object({ ok: z.literal(false), id: z.int(), detail: z.string() }),
]);
export type Reply = z.infer<typeof replySchema>;
