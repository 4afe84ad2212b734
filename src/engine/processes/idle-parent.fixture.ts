import { WorkerProcess } from './worker-process';

/** A program that has used a worker, whose script is its argument, and has nothing more to do. */
const worker = new WorkerProcess<{ do: 'echo'; value: number }, unknown>({
  script: process.argv[2] ?? '',
  parse: (body) => body,
});
await worker.request({ do: 'echo', value: 1 });
process.stdout.write(String(worker.pid));
