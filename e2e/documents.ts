import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Asked in words that the answer does not use. */
export const ENGLISH = {
  question: 'Who pays if the machines get damaged at sea?',
  file: 'memo on delivery.md',
  answer: 'All risk of loss of the Equipment during ocean carriage rests with the Buyer',
};
export const CHINESE = {
  question: '工人在工地受伤，看病的钱由谁出？',
  file: '施工补充协议.txt',
  answer: '因生产安全事故遭受人身损害的，医疗费、误工费及护理费均由乙方承担',
};
export const HTML = {
  question: 'When may the landlord keep the money that the tenant left as security?',
  file: 'lease notes.html',
  answer: 'The deposit is forfeited to the lessor where the lessee vacates the premises before the term ends',
};
/** A document whose text and name would run in a page that took them for HTML. */
export const HOSTILE = {
  question: 'zanzibar quotation',
  file: '<img src=x onerror=window.pwned=1>.md',
  text: '<script>window.pwned = 2</script> The zanzibar quotation <img src=x onerror="window.pwned=3"> is binding.',
};

/** A matter's folder with files in three formats and subfolders; the passages that answer stand deep in their files. */
export async function writeMatter(folder: string): Promise<{ files: number }> {
  await write(join(folder, 'correspondence', ENGLISH.file), englishMemo());
  await write(join(folder, '合同', CHINESE.file), encodeGb18030(chineseAgreement()));
  await write(join(folder, HTML.file), leaseNotes());
  await write(join(folder, HOSTILE.file), `# Offer\n\n${HOSTILE.text}\n`);
  return { files: 4 };
}

/** Enough short files that indexing is still under way when a test interferes. */
export async function writeManyFiles(folder: string, count: number): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const clauses = Array.from({ length: 12 }, (_, clause) => clauseText(clause + 1, `in matter ${index}`)).join(
      '\n\n',
    );
    await write(join(folder, `part ${index % 7}`, `agreement ${index}.md`), `# Agreement ${index}\n\n${clauses}\n`);
  }
}

function englishMemo(): string {
  const clause = `${ENGLISH.answer} from the moment it passes the rail of the vessel at Tianjin, and the Buyer takes out the insurance.`;
  return `# Memo on the delivery of the presses\n\n${surround(clauseText, clause)}`;
}

function clauseText(number: number, of = 'under this agreement'): string {
  const subjects = [
    'invoices',
    'notices',
    'drawings',
    'spare parts',
    'working hours',
    'training',
    'archives',
    'languages',
  ];
  const subject = subjects[number % subjects.length];
  return `## Clause ${number}\n\nThe parties settle ${subject} ${of} by schedule ${number}, which either of them may revise in writing with thirty days' notice to the other.`;
}

function leaseNotes(): string {
  const clauses = surround(clauseText, `${HTML.answer} without the notice that clause 9 asks for.`);
  const paragraphs = clauses
    .split('\n\n')
    .map((text) => (text.startsWith('## ') ? `<h2>${text.slice(3)}</h2>` : `<p>${text}</p>`));
  return `<!doctype html><meta charset="utf-8"><title>Lease notes</title><h1>Lease notes</h1>${paragraphs.join('\n')}`;
}

function chineseAgreement(): string {
  const clause = (number: number) => {
    const subjects = ['图纸交付', '工期顺延', '材料验收', '发票开具', '往来函件', '竣工资料', '保密事项'];
    return `第${number}条 双方就${subjects[number % subjects.length]}事宜另行签署附件${number}，任何一方修改附件均应提前三十日书面通知对方。`;
  };
  return `施工补充协议\n\n${surround(clause, `第二十五条 乙方雇用的人员${CHINESE.answer}，甲方不承担任何赔偿责任。`)}`;
}

/** The one clause that matters, between many that do not. */
function surround(clause: (number: number) => string, middle: string): string {
  const before = Array.from({ length: 24 }, (_, index) => clause(index + 1));
  const after = Array.from({ length: 20 }, (_, index) => clause(index + 26));
  return [...before, middle, ...after].join('\n\n');
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** The two-byte part of GB18030, which holds every common Chinese character: the decoder's table, turned round. */
function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? []))));
}
