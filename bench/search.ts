import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createEngine } from '../src/engine/engine';
import { parseQuestions } from '../src/engine/evaluation/questions';

/*
 * The time of a whole search, its question embedded anew, over a matter that is indexed already: each question of a file,
 * one after the other. The reference of the same run is the embedding of the questions alone.
 */
const [home, name, questionsFile] = process.argv.slice(2);
if (home === undefined || name === undefined || questionsFile === undefined) {
  console.error('npm run bench -- search HOME MATTER QUESTIONS.jsonl');
  process.exit(2);
}
const warmUp = 20;

const engine = await createEngine({
  home: resolve(home),
  resources: resolve('resources'),
  workers: { reader: resolve('out/main/reader-worker.js'), model: resolve('out/main/model-worker.js') },
});
const matter = (await engine.call('listMatters', {})).find((one) => one.name === name);
if (matter === undefined) throw new Error(`there is no matter ${name}`);
const { chunks, vectors } = matter.coverage;
console.log(`${matter.documents} documents, ${chunks} chunks, ${vectors} vectors`);

const questions = parseQuestions(await readFile(questionsFile, 'utf8'), questionsFile);
const laps = { total: [] as number[], embed: [] as number[], lexical: [] as number[], semantic: [] as number[] };
for (const [index, { query }] of questions.entries()) {
  const { took } = await engine.call('search', { matter: matter.id, query });
  if (index < warmUp) continue;
  for (const lap of ['total', 'embed', 'lexical', 'semantic'] as const) laps[lap].push(took[lap]);
}
await engine.close();

const report = Object.fromEntries(
  Object.entries(laps).map(([lap, times]) => [lap, { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }]),
);
console.table(report);
const ratio = percentile(laps.total, 0.5) / percentile(laps.embed, 0.5);
console.log(JSON.stringify({ questions: laps.total.length, chunks, vectors, milliseconds: report, ratio }));

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
}
