// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts an X server that draws into memory. It picks a free display number itself, so that two test runs can go on at once.
 * @returns {Promise<{ display: string, end: () => Promise<void> }>}
 */
export async function startVirtualScreen() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const endWithUs = () => server.kill();
  process.once('exit', endWithUs);
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const ended = once(server, 'exit');
  const [number] = await Promise.race([
    once(numbers, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`Xvfb ended with code ${code} before it was ready.`))),
  ]);
  return {
    display: `:${String(number).trim()}`,
    end: async () => {
      process.off('exit', endWithUs);
      server.kill();
      await ended;
    },
  };
}
