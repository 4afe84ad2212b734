import { expect, test } from 'vitest';
import { cleanForEmbedding } from './clean';

test("the article's example", () => {
  expect(cleanForEmbedding('根据《民法典》第1024条，民事主体享有名誉权。https://law.gov.cn/1024')).toBe(
    '根据 民法典 第1024条 民事主体享有名誉权 <url>',
  );
});

test.each([
  ['见https://a.cn/b，另见http://c.cn/d?e=f&g=1。', '见<url> 另见<url>'],
  ['见www.court.gov.cn第3页', '见<url>第3页'],
  [
    'See https://example.com/a.b. Then (http://example.com/x) and HTTPS://EXAMPLE.COM',
    'See <url>. Then (<url>) and <url>',
  ],
  ['写信给 zhang.san+law@firm.com.cn；或li@firm.cn', '写信给 <email> 或<email>'],
  ['a@b is no address, a@b.cn is', 'a@b is no address, <email> is'],
  ['“甲方”（以下简称‘出租人’）——租金：人民币￥1，000…', '甲方 以下简称 出租人 租金 人民币￥1 000'],
  ['the Tenant’s “Premises” — see Section 4.2(a), at 5%', 'the Tenant’s Premises see Section 4.2(a), at 5%'],
  ['违约金为百分之五（5％）、第二十条', '违约金为百分之五 5％ 第二十条'],
  ['二〇二四年　人々\t\r\n 第三条\u00a0\u0000', '二〇二四年 人々 第三条'],
  ['，。！', ''],
  ['', ''],
])('%s', (text, cleaned) => {
  expect(cleanForEmbedding(text)).toBe(cleaned);
});

test('cleaning twice changes nothing', () => {
  const once = cleanForEmbedding('“甲方”，见 https://a.cn/b。li@firm.cn…');
  expect(cleanForEmbedding(once)).toBe(once);
});

test.each([
  ['letters', 'a'],
  ['dots', '.'],
  ['at signs', 'a@'],
  ['domains', 'a.'],
  ['half an address', 'a@a.'],
  ['hyphens', '-'],
  ['schemes', 'http://'],
  ['brackets after an address', 'https://a)'],
  ['commas', '，'],
  ['spaces', ' '],
  ['quotes', '’'],
  ['characters', '文'],
])('a megabyte of %s takes no time', (_name, unit) => {
  const text = unit.repeat(Math.ceil(1e6 / unit.length));
  const begin = performance.now();
  cleanForEmbedding(text);
  cleanForEmbedding(`https://${text}`);
  expect(performance.now() - begin).toBeLessThan(10_000);
});
