import { z } from 'zod';

export const engineOptionsSchema = z.object({
  /** The data folder: matters, settings. */
  home: z.string().min(1),
  /** The folder that holds models/ and samples/. */
  resources: z.string().min(1),
  /** The built worker scripts. */
  workers: z.object({ reader: z.string().min(1), model: z.string().min(1) }),
});

export type EngineOptions = z.infer<typeof engineOptionsSchema>;

/** What main tells the engine's process, beside the ports of its clients. */
export const controlSchema = z.discriminatedUnion('type', [
  /** Comes once, first. */
  z.object({ type: z.literal('start'), options: engineOptionsSchema }),
  /** Comes with the client's port. */
  z.object({ type: z.literal('client') }),
  /** Close the matters and exit. */
  z.object({ type: z.literal('stop') }),
]);
export type Control = z.infer<typeof controlSchema>;

/** What the engine's process tells main: it answers calls now. */
export const readySchema = z.object({ type: z.literal('ready') });
export type Ready = z.infer<typeof readySchema>;
