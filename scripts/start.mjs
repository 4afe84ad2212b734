// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findElectron } from './setup/electron-runtime.mjs';
import { root, runScript, setUp } from './setup.mjs';
import { findSandboxProblem } from './start/chromium-sandbox.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await runScript(async () => {
  await setUp({ build: true, electron: hasDisplay });
  const passedOn = process.argv.slice(2);
  if (hasDisplay) return openWindow(passedOn);
  console.log(
    'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so Quaere shows the same job in the terminal.\n',
  );
  return run(process.execPath, [join(root, 'out', 'main', 'quaere.js'), 'demo', ...passedOn]);
});

/** @param {string[]} passedOn */
function openWindow(passedOn) {
  const executable = findElectron(root) ?? '';
  const problem = findSandboxProblem(executable);
  if (problem === 'root') {
    console.log('Running as root: Chromium refuses its sandbox to root, so the window runs without it (--no-sandbox).');
  } else if (problem !== null) {
    console.error(problem);
    return 1;
  }
  return run(executable, [...(problem === 'root' ? ['--no-sandbox'] : []), root, ...passedOn]);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
async function run(command, args) {
  const child = spawn(command, args, { stdio: 'inherit' });
  process.once('exit', () => child.kill());
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
