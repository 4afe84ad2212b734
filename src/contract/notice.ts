import { z } from 'zod';

/** The one channel on which main speaks to the preload script: how the engine is. */
export const ENGINE_CHANNEL = 'engine';
/** The preload script asks main for a notice now and after every change. */
export const CONNECT_CHANNEL = 'engine:connect';

/** `ready` comes with a port. `stopped`: it died so often that main starts it no more. */
export const engineNoticeSchema = z.object({ state: z.enum(['starting', 'ready', 'stopped']) });
export type EngineNotice = z.infer<typeof engineNoticeSchema>;
