import { expect, test } from 'vitest';
import { documentOf } from '../testing/documents.fixture';
import { outline } from './outline';

/** Each unit as `heading > heading | text`. */
async function unitsOf(fileName: string, text: string): Promise<string[]> {
  const document = await documentOf(fileName, text);
  return outline(document).units.map(
    (unit) => `${unit.heading.join(' > ')} | ${document.text.slice(unit.start, unit.end).replace(/\s+/g, ' ')}`,
  );
}

const statute = `货物规则

第一编　总则

第一章　一般规定

第一节　范围

第一条　为了规范货物买卖，制定本规则。

本规则适用于动产。

（一）机器；
（二）原料。

第二条　当事人应当遵循诚信原则。

第二章　合同的订立

第三条　合同自承诺生效时成立。

第二编　分则

第四条　卖方应当按照约定的期限交付。
`;

test('a statute: each article whole, under its part, chapter and section', async () => {
  const units = await unitsOf('规则.txt', statute);
  expect(units).toEqual([
    ' | 货物规则',
    '第一编 总则 > 第一章 一般规定 > 第一节 范围 | 第一条 为了规范货物买卖，制定本规则。 本规则适用于动产。 （一）机器； （二）原料。',
    '第一编 总则 > 第一章 一般规定 > 第一节 范围 | 第二条 当事人应当遵循诚信原则。',
    '第一编 总则 > 第二章 合同的订立 | 第三条 合同自承诺生效时成立。',
    '第二编 分则 | 第四条 卖方应当按照约定的期限交付。',
  ]);
});

test('a statute in traditional characters, or with full-width digits, is cut in the same way', async () => {
  const units = await unitsOf(
    '規則.txt',
    '第一章　總則\n\n第一條　為規範買賣，制定本規則。\n\n本規則適用於動產。\n\n第２條　當事人應遵循誠信原則。\n',
  );
  expect(units).toEqual([
    '第一章 總則 | 第一條 為規範買賣，制定本規則。 本規則適用於動產。',
    '第一章 總則 | 第２條 當事人應遵循誠信原則。',
  ]);
});

test('a sentence that begins with the number of an article is text', async () => {
  const units = await unitsOf('批注.txt', '第一条　甲方应当付款。\n\n第五条的规定不适用。\n');
  expect(units).toEqual([' | 第一条 甲方应当付款。 第五条的规定不适用。']);
});

test('a contract: titles of articles are headings, its numbered clauses stand under them', async () => {
  const units = await unitsOf(
    '合同.txt',
    '第三条 付款\n\n3.1 买方应于签约后五日内支付定金。\n\n3.2 余款于验收后付清。\n\n第四条 违约责任\n\n4.1 逾期付款的，按日支付违约金。\n',
  );
  expect(units).toEqual([
    '第三条 付款 | 3.1 买方应于签约后五日内支付定金。',
    '第三条 付款 | 3.2 余款于验收后付清。',
    '第四条 违约责任 | 4.1 逾期付款的，按日支付违约金。',
  ]);
});

test('an English contract: articles, sections, decimal numbers', async () => {
  const units = await unitsOf(
    'lease.txt',
    `ARTICLE 1 TERM

The term begins on the first day of May and ends five years later.

Section 1.1 Renewal

The tenant may renew once by notice in writing to the landlord.

ARTICLE II RENT

2. Payment

Rent is payable monthly.

2.1 Late Payment

Interest accrues at 5% a year.

2.1.1 Grace Period

No interest accrues during the first ten days.

3. Deposit

The tenant pays a deposit.
`,
  );
  expect(units).toEqual(
    [
      'ARTICLE 1 TERM | The term begins on the first day of May and ends five years later.',
      'Section 1.1 Renewal | The tenant may renew once by notice in writing to the landlord.',
      '2. Payment | Rent is payable monthly.',
      '2. Payment > 2.1 Late Payment | Interest accrues at 5% a year.',
      '2. Payment > 2.1 Late Payment > 2.1.1 Grace Period | No interest accrues during the first ten days.',
      '3. Deposit | The tenant pays a deposit.',
    ].flatMap((unit) => (unit.startsWith('2. Payment | ') ? [' | ARTICLE II RENT', unit] : [unit])),
  );
});

test('a numbered sentence is no heading', async () => {
  const units = await unitsOf(
    'terms.txt',
    '1. The tenant shall pay the rent.\n\n2. The landlord shall repair the roof.\n',
  );
  expect(units).toEqual([' | 1. The tenant shall pay the rent.', ' | 2. The landlord shall repair the roof.']);
});

test('Markdown: headings make the path, a deeper one ends with its parent', async () => {
  const units = await unitsOf(
    'memo.md',
    '# Memo\n\nIntro.\n\n## Facts\n\nA fact.\n\n### Detail\n\nA detail.\n\n## Law\n\nA rule.\n\n- item\n',
  );
  expect(units).toEqual([
    'Memo | Intro.',
    'Memo > Facts | A fact.',
    'Memo > Facts > Detail | A detail.',
    'Memo > Law | A rule.',
    'Memo > Law | - item',
  ]);
});

test('legal numbering below the headings of the format', async () => {
  const units = await unitsOf('规则.md', '# 规则\n\n## 总则\n\n第一条　甲。\n\n第二条　乙。\n');
  expect(units).toEqual(['规则 > 总则 | 第一条 甲。', '规则 > 总则 | 第二条 乙。']);
});

test('a heading with nothing under it is text of its own', async () => {
  const units = await unitsOf('notes.md', '# Notes\n\n## Open points\n\n## Done\n\nAll of it.\n\n## Postponed\n');
  expect(units).toEqual(['Notes | Open points', 'Notes > Done | All of it.', 'Notes | Postponed']);
});

test.each([
  ['# One\n\n# Two\n\n## Three\n', ['Two | Three']],
  ['## One\n\n## Two\n', [' | One', ' | Two']],
  ['# Only a title\n', [' | Only a title']],
])('of headings alone all are found, the title by every passage: %j', async (text, units) => {
  expect(await unitsOf('titles.md', text)).toEqual(units);
});

test('headings are found in the text where they say they are', async () => {
  const document = await documentOf('规则.txt', statute);
  const found = outline(document).headings.map(
    ({ start, end, level }) => `${level} ${document.text.slice(start, end)}`,
  );
  expect(found).toEqual([
    '1 第一编　总则',
    '3 第一章　一般规定',
    '4 第一节　范围',
    '3 第二章　合同的订立',
    '1 第二编　分则',
  ]);
});
