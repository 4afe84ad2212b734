import { expect, test } from 'vitest';
import { quaere } from '../testing/run-quaere';

test.each([
  ['en_US.UTF-8', /Question: /g],
  ['zh_CN.UTF-8', /问：/g],
])(
  'in %s the sample answers its three questions',
  async (locale, question) => {
    const { code, stdout } = await quaere(['demo', '--temporary'], { LC_ALL: locale });
    expect(code).toBe(0);
    expect(stdout.match(question)).toHaveLength(3);
    expect(stdout.match(/^1 {2}\S+/gm)).toHaveLength(3);
  },
  180_000,
);
