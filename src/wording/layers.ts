import type { Layer } from '../contract/search';
import type { Language } from './language';

/** What a tag beside a passage says; the text itself needs none. */
const layers: Record<Language, Record<Exclude<Layer, 'text'>, string>> = {
  zh: {
    footnote: '脚注',
    comment: '批注',
    insertion: '修订：插入',
    deletion: '修订：删除',
    'header-footer': '页眉页脚',
  },
  en: {
    footnote: 'Footnote',
    comment: 'Comment',
    insertion: 'Tracked insertion',
    deletion: 'Tracked deletion',
    'header-footer': 'Header or footer',
  },
};

/** Null for the text itself. */
export function layerText(layer: Layer, language: Language): string | null {
  return layer === 'text' ? null : layers[language][layer];
}
