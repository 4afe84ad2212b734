import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { createBuiltinEmbedder } from '../src/engine/models/builtin';
import type { Passage } from '../src/engine/models/embedder';
import { composePassage } from '../src/engine/models/prompt';
import { chineseText, textsOf } from './texts';

/*
 * The embedder's whole path (passages in, vectors out, through processes) against a bare loop over ONNX Runtime: the same
 * texts, the same number of sessions, in one run, taking turns. Then the article's work, 1,000 texts of 86 characters.
 */
const folder = process.argv[2] ?? 'resources/samples';
const modelFolder = resolve('resources/models/multilingual-e5-small-zhen');
const sessions = availableParallelism();
const rounds = 5;

const text = await chineseText(folder, 2_000_000);
const embedder = await createBuiltinEmbedder({
  modelFolder,
  workerScript: resolve('out/main/model-worker.js'),
  sessions,
});
const bare = Array.from({ length: sessions }, () =>
  fork(resolve('bench/bare-session.mjs'), [modelFolder], {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
  }),
);
const asPassage = (text: string): Passage => ({ title: '', heading: [], text });
const ours = (texts: readonly string[]) => embedder.embedPassages(texts.map(asPassage));

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${sessions} sessions of one thread, texts from ${folder}`);
const texts = textsOf(text, 400, [40, 86, 120, 200]);
await ours(texts.slice(0, 40));
await runBare(texts.slice(0, 40));

const ratios: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const turns = [() => ours(texts), () => runBare(texts)];
  const seconds: [number, number] = [0, 0];
  // Each goes first every other time, for a processor that slows down as it warms up.
  for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
    seconds[which] = await time(turns[which]);
  const ratio = seconds[1] / seconds[0];
  ratios.push(ratio);
  console.log(
    `round ${round}: Quaere ${rate(seconds[0])}, bare ${rate(seconds[1])} texts/s, ratio ${ratio.toFixed(3)}`,
  );
}
const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;

const articles = textsOf(text, 1000, [86]);
const article = { quaere: await time(() => ours(articles)), bare: await time(() => runBare(articles)) };
console.log(`1,000 texts of 86 characters: Quaere ${article.quaere.toFixed(1)} s, bare ${article.bare.toFixed(1)} s`);
console.log(JSON.stringify({ sessions, ratio, rounds: ratios, article_seconds: article }));

for (const child of bare) child.kill();
await embedder.close();

/** Each session has every n-th text; nothing crosses a process border while it works. */
async function runBare(texts: readonly string[]): Promise<void> {
  const inputs = texts.map(asPassage).map(composePassage);
  await Promise.all(
    bare.map((child, at) =>
      ask(
        child,
        inputs.filter((_, n) => n % sessions === at),
      ),
    ),
  );
}

async function ask(child: ChildProcess, inputs: readonly string[]): Promise<void> {
  const reply = once(child, 'message');
  child.send([...inputs]);
  await reply;
}

async function time(work: (() => Promise<unknown>) | undefined): Promise<number> {
  const begin = performance.now();
  await work?.();
  return (performance.now() - begin) / 1000;
}

function rate(seconds: number): string {
  return (texts.length / seconds).toFixed(1);
}
