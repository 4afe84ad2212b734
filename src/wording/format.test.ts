import { expect, test } from 'vitest';
import { countText } from './count';
import { aboutDuration, dateText, percentText, sizeText, tookText } from './format';

test.each([
  [0, 'a few seconds', '几秒'],
  [4.9, 'a few seconds', '几秒'],
  [42, 'about 40 s', '约 40 秒'],
  [57.4, 'about 55 s', '约 55 秒'],
  [58, 'about 1 min', '约 1 分钟'],
  [236, 'about 4 min', '约 4 分钟'],
  [3590, 'about 1 h', '约 1 小时'],
  [4800, 'about 1 h 20 min', '约 1 小时 20 分钟'],
  [7190, 'about 2 h', '约 2 小时'],
])('%d seconds are said as one says them', (seconds, english, chinese) => {
  expect(aboutDuration(seconds, 'en')).toBe(english);
  expect(aboutDuration(seconds, 'zh')).toBe(chinese);
});

test('100 % is said only when nothing is missing', () => {
  expect(percentText(999, 1000)).toBe('99%');
  expect(percentText(1000, 1000)).toBe('100%');
  expect(percentText(0, 0)).toBe('100%');
});

test('sizes', () => {
  expect(sizeText(162, 'en')).toBe('162 B');
  expect(sizeText(162, 'zh')).toBe('162 字节');
  expect(sizeText(9_437, 'en')).toBe('9.4 KB');
  expect(sizeText(999_600, 'en')).toBe('1.0 MB');
  expect(sizeText(104_857_600, 'en')).toBe('105 MB');
});

test('dates, numbers and nouns take the form of the language', () => {
  const time = new Date(2023, 2, 1, 12).getTime();
  expect(dateText(time, 'zh')).toBe('2023年3月1日');
  expect(dateText(time, 'en')).toBe('1 Mar 2023');
  expect(countText(1, 'file', 'en')).toBe('1 file');
  expect(countText(1284, 'file', 'en')).toBe('1,284 files');
  expect(countText(1284, 'file', 'zh')).toBe('1,284 个文件');
  expect(tookText(78, 'zh')).toBe('0.08 秒');
});
