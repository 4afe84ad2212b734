import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, sayFailure } from './run';
import { createTerminal } from './terminal';
import { terminalLanguage } from './terminal-language';

// The build puts this file and the workers into one folder, two below the root of the checkout or the package.
const built = dirname(fileURLToPath(import.meta.url));
const installation = {
  resources: join(built, '..', '..', 'resources'),
  workers: { reader: join(built, 'reader-worker.js'), model: join(built, 'model-worker.js') },
};

const args = process.argv.slice(2);
const terminal = createTerminal(terminalLanguage(args, process.env));

// What escapes every command, an unheard rejection too, still ends with a sentence.
process.on('uncaughtException', (error) => process.exit(sayFailure(error, terminal)));

// A reader that has seen enough (`quaere … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const stop = new AbortController();
process.on('SIGINT', () => {
  // The first Ctrl-C stops in order, the second at once.
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
});

process.exitCode = await run(args, { terminal, signal: stop.signal, installation });
