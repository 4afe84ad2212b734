import type { Failure } from '../contract/errors';
import type { FileReason, FileState } from '../contract/ledger';
import type { Advice } from './advice';
import { en, type Wording } from './en';
import { failureEn } from './failures.en';
import { failureZh } from './failures.zh';
import type { Language } from './language';
import { fileReasonsEn, fileStatesEn } from './reasons.en';
import { fileReasonsZh, fileStatesZh } from './reasons.zh';
import { zh } from './zh';

const catalogues: Record<Language, Wording> = { zh, en };

export function wording(language: Language): Wording {
  return catalogues[language];
}

export function failureText(failure: Failure, language: Language): Advice {
  return language === 'zh' ? failureZh(failure) : failureEn(failure);
}

export function fileReasonText(reason: FileReason, language: Language): Advice {
  return (language === 'zh' ? fileReasonsZh : fileReasonsEn)[reason];
}

export function fileStateText(state: FileState, language: Language): string {
  return (language === 'zh' ? fileStatesZh : fileStatesEn)[state];
}
