import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * How long a folder takes until its words can be searched, and what memory all processes of it take together at most: the
 * proportional set size, which counts what they share once. Read from /proc, so on Linux only.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined || process.platform !== 'linux') {
  console.error('npm run bench -- indexing FOLDER   (on Linux)');
  process.exit(2);
}
const home = await mkdtemp(join(tmpdir(), 'quaere-bench-'));
const args = [
  'out/main/quaere.js',
  '--home',
  home,
  'index',
  folder,
  '--matter',
  'bench',
  '--no-wait-vectors',
  '--json',
];
const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
let peak: number[] = [];
const sampling = setInterval(async () => {
  const sizes = await Promise.all((await tree(child.pid ?? 0)).map(megabytes));
  if (sum(sizes) > sum(peak)) peak = sizes;
}, 500);
await ended;
clearInterval(sampling);
await rm(home, { recursive: true, force: true });
console.log(JSON.stringify({ peak_megabytes: Math.round(sum(peak)), processes: peak.map(Math.round) }));

/** A process and all below it. */
async function tree(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  const pids = children.flatMap((list) => list.split(' ').filter((id) => id !== ''));
  return [pid, ...(await Promise.all(pids.map((id) => tree(Number(id))))).flat()];
}

async function megabytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
