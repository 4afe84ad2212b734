import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/** The process of the engine, by what Electron knows of its children. */
export async function enginePid(app: ElectronApplication): Promise<number | undefined> {
  const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics());
  return metrics.find((process) => process.name === 'Quaere engine')?.pid;
}

export async function killEngine(app: ElectronApplication): Promise<void> {
  const pid = await enginePid(app);
  if (pid === undefined) throw new Error('there is no engine to kill');
  process.kill(pid, 'SIGKILL');
}

/** Linux: this process and all that descend from it. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? parentOf(pid) : undefined;
    if (parent !== undefined) parents.set(pid, parent);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

export interface Connection {
  readonly pid: number;
  readonly protocol: string;
  readonly remote: string;
}

/** Linux: the internet sockets that these processes hold at this moment and that have another end outside this machine. */
export function outsideConnections(pids: readonly number[]): Connection[] {
  return pids.flatMap((pid) => {
    const inodes = socketInodes(pid);
    return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
      socketTable(pid, protocol)
        .filter(({ inode, remote }) => inodes.has(inode) && !isHere(remote))
        .map(({ remote }) => ({ pid, protocol, remote })),
    );
  });
}

/** The fourth field of /proc/PID/stat; the second may hold spaces and parentheses. */
function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function socketInodes(pid: number): Set<string> {
  const inodes = new Set<string>();
  try {
    for (const fd of readdirSync(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${fd}`))?.[1];
      if (inode !== undefined) inodes.add(inode);
    }
  } catch {
    // It ended meanwhile.
  }
  return inodes;
}

function socketTable(pid: number, protocol: string): { remote: string; inode: string }[] {
  const rows = read(`/proc/${pid}/net/${protocol}`).trim().split('\n').slice(1);
  return rows.map((row) => {
    const fields = row.trim().split(/\s+/);
    return { remote: fields[2] ?? '', inode: fields[9] ?? '' };
  });
}

/** Unconnected, or loopback. The kernel writes an address as hexadecimal words in the machine's byte order. */
function isHere(remote: string): boolean {
  const address = remote.split(':')[0] ?? '';
  const ipv4 = address.replace(/^0{16}FFFF0000/, '');
  return /^0+$/.test(address) || /^[0-9A-F]{6}7F$/.test(ipv4) || /^0{24}01000000$/.test(address);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
