// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript, setUp } from './setup.mjs';
import { ofPlaywright, ofVitest, readTally } from './test/tally.mjs';
import { startVirtualScreen } from './test/virtual-screen.mjs';

/**
 * `npm test [-- lint|unit|e2e [arguments for the runner]]`
 *
 * Every check runs, also after one has failed, so that a run tells all there is to mend.
 */
const PARTS = ['lint', 'unit', 'e2e'];

const CHECKS = [
  {
    name: 'format and lint',
    command: [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--error-on-warnings',
      // Left alone it colours every letter for itself in CI.
      ...(process.stdout.isTTY ? [] : ['--colors=off']),
    ],
  },
  ...['node', 'renderer', 'bridge'].map((side) => ({
    name: `types (${side})`,
    command: ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${side}.json`],
  })),
  {
    name: 'import arrows',
    command: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...existing('src', 'e2e', 'bench')],
  },
  { name: 'unused files, exports, dependencies', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'third-party notices', command: ['scripts/notices.mjs', '--check'] },
];

const SUITES = {
  unit: {
    name: 'unit and integration tests',
    command: ['node_modules/vitest/vitest.mjs', 'run'],
    report: 'test-results/vitest.json',
    read: ofVitest,
  },
  e2e: {
    name: 'end-to-end tests',
    command: ['node_modules/@playwright/test/cli.js', 'test'],
    report: 'test-results/e2e.json',
    read: ofPlaywright,
  },
};

await runScript(async () => {
  const [part, ...runnerArguments] = process.argv.slice(2);
  if (part !== undefined && !PARTS.includes(part)) {
    console.error(`npm test -- ${part}: there is no such part; the parts are ${PARTS.join(', ')}.`);
    return 2;
  }
  const runs = (/** @type {string} */ name) => part === undefined || part === name;
  const needsScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  await setUp({ build: part !== 'lint', electron: runs('e2e'), screen: runs('e2e') && needsScreen });

  /** @type {string[]} */
  const failedChecks = [];
  const sum = { passed: 0, failed: 0 };

  if (runs('lint')) {
    for (const check of CHECKS) {
      if (!(await runTool(check.name, check.command))) failedChecks.push(check.name);
    }
  }
  if (runs('unit')) await addSuite(SUITES.unit, process.env);
  if (runs('e2e')) {
    const screen = needsScreen ? await startVirtualScreen() : null;
    await addSuite(SUITES.e2e, screen === null ? process.env : { ...process.env, DISPLAY: screen.display });
    await screen?.end();
  }

  console.log(failedChecks.length > 0 ? `\nfailed: ${failedChecks.join('; ')}\n` : '');
  if (part !== 'lint') console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return failedChecks.length > 0 ? 1 : 0;

  /**
   * @param {typeof SUITES.unit} suite
   * @param {NodeJS.ProcessEnv} env
   */
  async function addSuite(suite, env) {
    const report = join(root, suite.report);
    rmSync(report, { force: true });
    if (!(await runTool(suite.name, [...suite.command, ...runnerArguments], env))) failedChecks.push(suite.name);
    const tally = readTally(report, suite.read);
    sum.passed += tally.passed;
    sum.failed += tally.failed;
  }
});

/**
 * @param {string} name
 * @param {readonly string[]} command a script, and its arguments
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether it ended well
 */
async function runTool(name, [script = '', ...args], env = process.env) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const [code] = await once(child, 'exit');
  process.off('exit', endWithUs);
  console.log(
    `── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return code === 0;
}

/** @param {string[]} folders */
function existing(...folders) {
  return folders.filter((folder) => existsSync(join(root, folder)));
}
