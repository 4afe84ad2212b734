import { type Reply, requestSchema } from './frames';
import { startWatchdog } from './watchdog';

export interface ServeOptions {
  /** The process is killed when its resident memory passes this many bytes; V8's heap has its own limit, buffers do not. */
  readonly residentLimit?: number;
}

/**
 * The child's side of a {@link WorkerProcess}: `parse` narrows what came over the border (it throws if it cannot), `handle`
 * answers. Handlers of several requests may run at the same time. The process ends with its parent, even out of a loop
 * that never returns.
 */
export function serve<Request>(
  parse: (body: unknown) => Request,
  handle: (request: Request) => unknown,
  options: ServeOptions = {},
): void {
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C in a terminal goes to every process of the group; ending the work in order is the parent's to do.
  process.on('SIGINT', () => undefined);
  startWatchdog(options.residentLimit ?? Number.POSITIVE_INFINITY);
  process.on('message', (message) => {
    const frame = requestSchema.safeParse(message);
    // Without an id there is nobody to tell.
    if (frame.success) void answer(frame.data.id, frame.data.body);
  });

  async function answer(id: number, body: unknown): Promise<void> {
    try {
      send({ ok: true, id, body: await handle(parse(body)) });
    } catch (thrown) {
      send({ ok: false, id, detail: detailOf(thrown) });
    }
  }
}

function send(reply: Reply): void {
  // The callback keeps a parent that has just gone from becoming an uncaught error; `disconnect` ends this process.
  process.send?.(reply, undefined, {}, () => undefined);
}

function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
