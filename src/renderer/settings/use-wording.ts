import type { Wording } from '../../wording/en';
import type { Language } from '../../wording/language';
import { wording } from '../../wording/wording';
import { languageIn, useSettings } from './settings-store';

export function useLanguage(): Language {
  return useSettings(languageIn);
}

/** The catalogue in the language of the window. */
export function useWording(): Wording {
  return wording(useLanguage());
}
