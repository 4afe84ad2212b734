import { realpath } from 'node:fs/promises';
import { extname } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron';
import type { EngineClient, Params } from '../contract/calls';
import { QuaereError } from '../contract/errors';
import { type Language, languageOf } from '../wording/language';
import type { DesktopHandlers } from './ipc';
import { setMenu } from './menu';
import type { SettingsStore } from './settings';

/** What the system may open with its own program. Anything else, above all what could run, is only shown in its folder. */
const DOCUMENT_TYPES = new Set(['.md', '.markdown', '.txt', '.text', '.html', '.htm', '.docx', '.pdf']);

/** What the window asks of main. Paths come from the engine, by document, and never from the window. */
export function desktopHandlers(engine: Pick<EngineClient, 'call'>, settings: SettingsStore): DesktopHandlers {
  const fileOf = async (document: Params<'documentFile'>): Promise<string> => {
    const file = await engine.call('documentFile', document);
    try {
      return await realpath(file);
    } catch {
      throw new QuaereError({ kind: 'source-missing', path: file });
    }
  };

  return {
    about: () => ({ version: app.getVersion(), platform: process.platform, systemLanguage: systemLanguage() }),
    chooseSources: ({ kind }, window) => chooseSources(kind, window),
    async openFile(document) {
      const file = await fileOf(document);
      if (!DOCUMENT_TYPES.has(extname(file).toLowerCase())) {
        shell.showItemInFolder(file);
        return null;
      }
      const problem = await shell.openPath(file);
      if (problem !== '') throw new QuaereError({ kind: 'internal', detail: problem });
      return null;
    },
    async revealFile(document) {
      shell.showItemInFolder(await fileOf(document));
      return null;
    },
    copyText({ text }) {
      clipboard.writeText(text);
      return null;
    },
    readSettings: () => settings.current,
    async writeSettings(changes) {
      const changed = await settings.change(changes);
      applySettings(settings);
      return changed;
    },
  };
}

/** What of the settings main itself shows: the menu's language, and the colours of what the system draws. */
export function applySettings({ current }: SettingsStore): void {
  setMenu(current.language === 'system' ? systemLanguage() : current.language);
  nativeTheme.themeSource = current.theme;
}

export function systemLanguage(): Language {
  return languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale());
}

async function chooseSources(kind: 'folder' | 'files', window: BrowserWindow): Promise<string[]> {
  const many = 'multiSelections' as const;
  const properties = kind === 'folder' ? (['openDirectory', many] as const) : (['openFile', many] as const);
  const chosen = await dialog.showOpenDialog(window, { properties: [...properties] });
  return chosen.filePaths;
}
