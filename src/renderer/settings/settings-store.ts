import { create } from 'zustand';
import type { Settings } from '../../contract/desktop';
import { type Language, languageOf } from '../../wording/language';
import { desktop } from '../engine';
import { notifyFailure } from '../shell/notice-store';

interface SettingsState {
  readonly settings: Settings;
  readonly systemLanguage: Language;
  readonly version: string;
  readonly dialogOpen: boolean;
  load(): Promise<void>;
  change(changes: Partial<Settings>): Promise<void>;
  showDialog(open: boolean): void;
}

export const useSettings = create<SettingsState>()((set) => ({
  settings: { language: 'system', theme: 'system', threshold: true, lastMatter: null },
  // What the browser says stands in until main has answered, so that nothing is first shown in another language.
  systemLanguage: languageOf(navigator.language),
  version: '',
  dialogOpen: false,
  load: async () => {
    const [about, settings] = await Promise.all([desktop('about', {}), desktop('readSettings', {})]);
    if (about.ok) set({ systemLanguage: about.value.systemLanguage, version: about.value.version });
    if (settings.ok) set({ settings: settings.value });
    else notifyFailure(settings.failure);
  },
  change: async (changes) => {
    set((state) => ({ settings: { ...state.settings, ...changes } }));
    const written = await desktop('writeSettings', changes);
    if (!written.ok) notifyFailure(written.failure);
  },
  showDialog: (dialogOpen) => set({ dialogOpen }),
}));

export function languageIn(state: Pick<SettingsState, 'settings' | 'systemLanguage'>): Language {
  return state.settings.language === 'system' ? state.systemLanguage : state.settings.language;
}
