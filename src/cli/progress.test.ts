import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cliEn } from '../wording/cli.en';
import { cliZh } from '../wording/cli.zh';
import { barLine } from './progress';

const english = { words: cliEn, language: 'en' } as const;
const chinese = { words: cliZh, language: 'zh' } as const;

test('a bar with counts and the time left', () => {
  const step = { label: 'Reading', done: 1722, total: 3444, secondsLeft: 62 };
  expect(barLine(step, english, 100)).toBe(
    `Reading  ${'█'.repeat(14)}${'░'.repeat(14)}  1,722 / 3,444 · about 1 min left`,
  );
});

test('a terminal that is narrow gets a shorter bar, or none', () => {
  const step = { label: '正在读取', done: 1, total: 2, secondsLeft: 10 };
  for (const columns of [40, 50, 60]) expect(stringWidth(barLine(step, chinese, columns))).toBeLessThan(columns);
  expect(barLine(step, chinese, 20)).toBe('正在读取  1 / 2 · 剩余约 10 秒');
});

test('without a total there is no bar, and nothing to do is done', () => {
  expect(barLine({ label: 'Looking', done: 12, total: null, secondsLeft: null }, english, 80)).toBe(
    'Looking  12 found',
  );
  expect(barLine({ label: 'X', done: 0, total: 0, secondsLeft: null }, english, 80)).toBe(
    `X  ${'█'.repeat(28)}  0 / 0`,
  );
});
