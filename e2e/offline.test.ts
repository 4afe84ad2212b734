import { spawnSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ELECTRON, expect, test } from './app';
import { CHINESE, ENGLISH, writeMatter } from './documents';
import { dropFolder } from './drop';
import { ask, indexed } from './matter';
import { type Connection, outsideConnections, processTree } from './processes';

test('nothing leaves the machine while Quaere starts, indexes and searches', async ({
  open,
  folder,
  home,
}, testInfo) => {
  testInfo.skip(process.platform !== 'linux', 'sockets of other processes are read from /proc');
  const trace = (await canTrace()) ? join(home, 'network.trace') : null;
  const { files } = await writeMatter(folder);

  const { app, window } = await open({}, trace === null ? ELECTRON : await tracer(home, trace));
  const seen = new Map<string, Connection>();
  const watch = setInterval(() => {
    for (const connection of outsideConnections(processTree(app.process().pid ?? 0))) {
      seen.set(JSON.stringify(connection), connection);
    }
  }, 100);
  await dropFolder(window, folder);
  await indexed(window, files);
  for (const { question } of [ENGLISH, CHINESE]) await ask(window, question);
  clearInterval(watch);
  await app.close();

  expect([...seen.values()]).toEqual([]);
  testInfo.annotations.push({ type: 'watched by', description: trace === null ? '/proc' : '/proc and strace' });
  if (trace !== null) expect(outsideCalls(await readFile(trace, 'utf8'))).toEqual([]);
});

/** Where strace may watch, not one system call escapes; /proc alone shows what lives for 100 ms. */
async function canTrace(): Promise<boolean> {
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
}

/** An executable that starts Electron under strace with the arguments that Playwright gives. */
async function tracer(folder: string, output: string): Promise<string> {
  const script = join(folder, 'traced-electron');
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg';
  await writeFile(
    script,
    `#!/bin/sh\nexec strace -f -qq -e ${calls} -e signal=none -o '${output}' '${ELECTRON}' "$@"\n`,
  );
  await chmod(script, 0o755);
  return script;
}

/** The traced calls that name an internet address other than loopback's. */
function outsideCalls(trace: string): string[] {
  return trace
    .split('\n')
    .filter((line) => /AF_INET6?\b/.test(line))
    .filter((line) => !/inet_addr\("127\.|"::1"|"::ffff:127\./.test(line));
}
