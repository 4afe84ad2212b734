import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../bin/quaere.mjs', import.meta.url));

export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly outcome: Promise<Outcome>;
  /** Resolves when `pattern` has appeared on standard error. */
  says(pattern: RegExp): Promise<void>;
  /** What Ctrl-C does: every process that the command started hears it too. */
  interrupt(): void;
}

/** The command line as users have it: a process of its own, without a terminal, in English unless told otherwise. */
export function startQuaere(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Map<RegExp, () => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const [pattern, resolve] of waiting) if (pattern.test(stderr)) resolve();
  });
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    child,
    outcome,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        if (pattern.test(stderr)) resolve();
        else waiting.set(pattern, resolve);
        void outcome.then(() => reject(new Error(`ended without saying ${pattern}: ${stderr}`)), reject);
      }),
    interrupt: () => {
      if (child.pid === undefined) return;
      if (process.platform === 'win32') child.kill('SIGINT');
      else process.kill(-child.pid, 'SIGINT');
    },
  };
}

export function quaere(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Outcome> {
  return startQuaere(args, env).outcome;
}
