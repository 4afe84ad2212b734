import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ARGUMENTS, ELECTRON, environmentFor, expect, test } from './app';
import { enginePid, processTree } from './processes';

test('a second instance ends at once and the first one comes to the front', async ({ open, home }) => {
  const { app } = await open();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  const second = spawn(ELECTRON, ARGUMENTS, { env: environmentFor(home), stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const [first] = BrowserWindow.getAllWindows();
        return {
          windows: BrowserWindow.getAllWindows().length,
          minimized: first?.isMinimized(),
          visible: first?.isVisible(),
        };
      }),
    )
    .toEqual({ windows: 1, minimized: false, visible: true });
});

test('no process is left behind after quitting, nor after the death of main', async ({ open }) => {
  for (const end of ['quit', 'kill'] as const) {
    const { app } = await open();
    await expect.poll(() => enginePid(app)).toBeGreaterThan(0);
    const main = app.process();
    const children = processTree(main.pid ?? 0);
    expect(children.length).toBeGreaterThan(3);
    const closed = app.waitForEvent('close');
    if (end === 'quit') await app.evaluate(({ app: electron }) => electron.quit());
    else main.kill('SIGKILL');
    await closed;
    await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  }
});

test('the window has its size again at the next start', async ({ open }) => {
  const first = await open();
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1000, 700));
  await first.app.close();
  const { app } = await open();
  const size = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1000, 700]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
