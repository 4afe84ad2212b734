import { numberText } from './format';
import type { Language } from './language';

export type Countable = 'file' | 'passage' | 'document' | 'source' | 'matter';

const nouns: Record<Countable, { zh: string; one: string; many: string }> = {
  file: { zh: '个文件', one: 'file', many: 'files' },
  passage: { zh: '段', one: 'passage', many: 'passages' },
  document: { zh: '篇文档', one: 'document', many: 'documents' },
  source: { zh: '个来源', one: 'source', many: 'sources' },
  matter: { zh: '个案件', one: 'matter', many: 'matters' },
};

/** `1,284 files`, `1 file`, `1,284 个文件`. */
export function countText(count: number, of: Countable, language: Language): string {
  const noun = nouns[of];
  const number = numberText(count, language);
  if (language === 'zh') return `${number} ${noun.zh}`;
  return `${number} ${count === 1 ? noun.one : noun.many}`;
}
