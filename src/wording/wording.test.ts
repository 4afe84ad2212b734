import { expect, test } from 'vitest';
import type { Failure } from '../contract/errors';
import { failureSchema } from '../contract/errors';
import { fileReasonSchema } from '../contract/ledger';
import { languageOf } from './language';
import { failureText, fileReasonText } from './wording';

const chinese = /\p{Script=Han}/u;

test.each([
  ['zh-CN', 'zh'],
  ['zh_TW.UTF-8', 'zh'],
  ['zh', 'zh'],
  ['en-GB', 'en'],
  ['zha', 'en'],
  ['C', 'en'],
])('the language of %s is %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

/** A failure of every kind. */
const failures = {
  'bad-request': { kind: 'bad-request', detail: 'x' },
  'matter-not-found': { kind: 'matter-not-found', matter: 'x' },
  'matter-name': { kind: 'matter-name', problem: 'taken', limit: 120 },
  'document-not-found': { kind: 'document-not-found' },
  'source-missing': { kind: 'source-missing', path: '/x' },
  'source-unreadable': { kind: 'source-unreadable', path: '/x' },
  'source-is-own-data': { kind: 'source-is-own-data', path: '/x' },
  'in-use': { kind: 'in-use', matter: 'x' },
  'disk-full': { kind: 'disk-full', path: '' },
  'not-writable': { kind: 'not-writable', path: '/x' },
  'store-damaged': { kind: 'store-damaged', matter: 'x', detail: 'x' },
  'model-missing': { kind: 'model-missing', path: '/x' },
  'model-corrupt': { kind: 'model-corrupt', path: '/x' },
  'model-crashed': { kind: 'model-crashed', detail: 'x' },
  'questions-file': { kind: 'questions-file', path: '/x', line: 3, detail: '格式' },
  'engine-stopped': { kind: 'engine-stopped' },
  cancelled: { kind: 'cancelled' },
  internal: { kind: 'internal', detail: 'x' },
} satisfies { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> };

test('every failure says what is the matter and what to do, in the language that was asked for', () => {
  for (const failure of Object.values(failures)) {
    expect(failureSchema.safeParse(failure).success).toBe(true);
    const inChinese = failureText(failure, 'zh');
    expect(inChinese.title).toMatch(chinese);
    expect(inChinese.whatToDo).toMatch(chinese);
    const inEnglish = failureText(failure, 'en');
    expect(inEnglish.title).not.toMatch(chinese);
    expect(inEnglish.whatToDo).not.toBe('');
  }
});

test('every reason for which a file is not searchable says what to do', () => {
  const reasons = fileReasonSchema.options.flatMap((option) => ('options' in option ? option.options : [option.value]));
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons) {
    expect(fileReasonText(reason, 'zh').whatToDo).toMatch(chinese);
    expect(fileReasonText(reason, 'en').whatToDo).not.toMatch(chinese);
  }
});
