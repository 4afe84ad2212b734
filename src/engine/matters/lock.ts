import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Lock {
  release(): Promise<void>;
}

/**
 * One process at a time writes to a matter. The lock is a local socket (abstract on Linux, a named pipe on Windows): the
 * system closes it with the process, however that ends, so that no stale lock is ever in the way. Null when another
 * process holds it.
 */
export async function acquireLock(folder: string): Promise<Lock | null> {
  const address = addressOf(await realpath(folder));
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(address);
    if (server !== null) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    if (await answers(address)) return null;
    // Where sockets are files, a killed process leaves its own behind.
    await rm(address, { force: true });
  }
  return null;
}

/** A socket's path may have about 100 characters, so the folder's name goes in as a hash. */
function addressOf(folder: string): string {
  const name = `quaere-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const answer = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
