import { z } from 'zod';
import { matterIdSchema } from './matters';

const settings = {
  language: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Leave out passages that resemble the question much less than the best ones. */
  threshold: z.boolean(),
  lastMatter: matterIdSchema.nullable(),
};

export const settingsSchema = z.object({
  language: settings.language.default('system'),
  theme: settings.theme.default('system'),
  threshold: settings.threshold.default(true),
  lastMatter: settings.lastMatter.default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What is left out stays as it is: no defaults here, which would undo it. */
const settingsChangesSchema = z.object(settings).partial();
export type SettingsChanges = z.infer<typeof settingsChangesSchema>;

/** What the window may ask of main: dialogs, the shell, settings. Each crosses `ipcRenderer.invoke` under its own name. */
export const desktopCalls = {
  about: {
    params: z.object({}),
    result: z.object({ version: z.string(), platform: z.string(), systemLanguage: z.enum(['zh', 'en']) }),
  },
  /** Folders and files that the user picked in the system's dialog; empty when cancelled. */
  chooseSources: { params: z.object({ kind: z.enum(['folder', 'files']) }), result: z.array(z.string()) },
  /** Opens the document's file with the system's program for it; main asks the engine for the path. */
  openFile: { params: z.object({ matter: matterIdSchema, document: z.int() }), result: z.null() },
  revealFile: { params: z.object({ matter: matterIdSchema, document: z.int() }), result: z.null() },
  copyText: { params: z.object({ text: z.string().max(1_000_000) }), result: z.null() },
  readSettings: { params: z.object({}), result: settingsSchema },
  writeSettings: { params: settingsChangesSchema, result: settingsSchema },
} as const;

export type DesktopCalls = typeof desktopCalls;
export type DesktopCall = keyof DesktopCalls;
export type DesktopParams<C extends DesktopCall> = z.input<DesktopCalls[C]['params']>;
export type DesktopResult<C extends DesktopCall> = z.output<DesktopCalls[C]['result']>;
