import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { EngineClient } from '../../contract/calls';
import { type Context, withEngine } from '../context';
import { homeFolder } from '../home';
import { indexWithProgress } from '../index-progress';
import { createProgress } from '../progress';
import { sayNotes, writePassages } from '../search-text';
import { askedHome } from './options';

const PASSAGES_SHOWN = 2;

export function addDemoCommand(program: Command, context: Context): void {
  const { words } = context.terminal;
  program
    .command('demo')
    .summary(words.demo.summary)
    .description(words.demo.summary)
    .option('--temporary', words.demo.temporary)
    .action(async (options: { temporary?: true }, command: Command) => {
      const show = (home: string) => withEngine(context, home, (engine) => showSample(engine, context));
      if (options.temporary) await inTemporaryFolder(show);
      else await show(homeFolder(askedHome(command)));
    });
}

async function showSample(engine: EngineClient, { terminal, signal }: Context) {
  const { language, words } = terminal;
  const matter = await engine.call('openSample', { language });
  await indexWithProgress(engine, { matter: matter.id }, createProgress(terminal, false), words, signal);
  for (const query of await engine.call('sampleQuestions', { language })) {
    const result = await engine.call('search', { matter: matter.id, query, limit: PASSAGES_SHOWN }, signal);
    sayNotes(result.notes, terminal);
    terminal.write(`${words.demo.question(query)}\n`);
    writePassages(result, terminal);
  }
}

async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'quaere-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
