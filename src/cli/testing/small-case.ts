import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Two documents that can be found, one twice; the rest is what cannot. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'lease.md': `# Lease of the warehouse

## Article 1 Rent

The tenant shall pay a monthly rent of 4,200 euros on the first day of each month, in advance.

## Article 2 Deposit

The tenant hands over a security deposit of three months' rent, which the landlord returns within thirty days of the end of the lease.
`,
  'copies/lease (copy).md': '',
  '法规/仓储规定.txt': `仓储合同管理规定

第一条　存货人应当按照约定向保管人交付仓储物，并支付仓储费。

第二条　保管人发现入库仓储物有变质或者其他损坏的，应当及时通知存货人或者仓单持有人。😀

第三条　储存期限届满，存货人不提取仓储物的，保管人可以催告其在合理期限内提取。
`,
  'empty.txt': '',
  '~$lease.docx': 'lock',
  'archive.zip': new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
  'broken.pdf': '%PDF-1.7\nnothing more',
};

export const statute = files['法规/仓储规定.txt'] as string;

export interface SmallCase {
  readonly home: string;
  readonly folder: string;
  /** For files of the test's own, beside the case. */
  readonly aside: string;
  remove(): Promise<void>;
}

/** A data folder and a folder of files in the system's temporary folder. */
export async function makeSmallCase(): Promise<SmallCase> {
  const root = await mkdtemp(join(tmpdir(), 'quaere-cli-'));
  const folder = join(root, 'case files');
  const aside = join(root, 'aside');
  await mkdir(aside);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path.startsWith('copies/') ? (files['lease.md'] ?? '') : content);
  }
  return {
    home: join(root, 'home'),
    folder,
    aside,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** The offset of `part` in `text` in code points. */
export function codePointsBefore(text: string, part: string): number {
  return [...text.slice(0, text.indexOf(part))].length;
}

/** Contracts of 18 articles, no two alike, so that each wants a vector of its own. */
export async function writeManyContracts(folder: string, count: number): Promise<void> {
  await mkdir(folder);
  for (let contract = 1; contract <= count; contract++) {
    const articles = Array.from({ length: 18 }, (_, index) => {
      const article = index + 1;
      return `## Article ${article}\n\nThe seller delivers ${contract * article + article} crates of goods to store ${article}.\n`;
    });
    await writeFile(join(folder, `contract-${contract}.md`), `# Contract ${contract}\n\n${articles.join('\n')}`);
  }
}
