import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { serve } from './serve';
import { WorkerProcess } from './worker-process';

/** A worker with every vice, for the tests of this folder. */
const requestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('echo'), value: z.unknown() }),
  z.object({ do: z.literal('sleep'), milliseconds: z.number() }),
  z.object({ do: z.literal('throw') }),
  z.object({ do: z.literal('exit'), code: z.number() }),
  z.object({ do: z.literal('loop') }),
  z.object({ do: z.literal('fill-heap') }),
  z.object({ do: z.literal('fill-buffers') }),
  z.object({ do: z.literal('letters'), length: z.number() }),
  /** Starts a process of its own that loops for ever, and writes that one's id to a file. */
  z.object({ do: z.literal('be-a-parent'), script: z.string(), pidFile: z.string() }),
]);
export type FixtureRequest = z.infer<typeof requestSchema>;

serve((body) => requestSchema.parse(body), handle, { residentLimit: 700e6 });

async function handle(request: FixtureRequest): Promise<unknown> {
  switch (request.do) {
    case 'echo':
      return request.value;
    case 'sleep':
      await sleep(request.milliseconds);
      return request.milliseconds;
    case 'throw':
      throw new RangeError('no such passage');
    case 'exit':
      process.stderr.write('about to leave\n');
      return process.exit(request.code);
    case 'loop':
      for (;;);
    case 'fill-heap': {
      const hoard: string[][] = [];
      for (;;) hoard.push(Array.from({ length: 10_000 }, (_, index) => `${index} of ${hoard.length}`));
    }
    case 'fill-buffers': {
      const hoard: Buffer[] = [];
      for (;;) {
        hoard.push(Buffer.alloc(10e6, 1));
        await sleep(5);
      }
    }
    case 'letters':
      return '文'.repeat(request.length);
    case 'be-a-parent': {
      const child = new WorkerProcess<FixtureRequest, unknown>({ script: request.script, parse: (body) => body });
      const pid = await child.request({ do: 'echo', value: 1 }).then(() => child.pid);
      void child.request({ do: 'loop' });
      await sleep(100);
      writeFileSync(request.pidFile, String(pid));
      return pid;
    }
  }
}
