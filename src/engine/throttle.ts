/** Runs a task for each key at most once in an interval; of those that come too early the last one is run at its end. */
export class Throttle {
  private readonly waiting = new Map<string, () => Promise<void>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly milliseconds: number) {}

  run(key: string, task: () => Promise<void>): void {
    if (this.timers.has(key)) {
      this.waiting.set(key, task);
      return;
    }
    this.start(key, task);
  }

  /** Nothing runs after it. */
  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private start(key: string, task: () => Promise<void>): void {
    // A task that fails tells of a change that is told again with the next one.
    task().catch(() => undefined);
    const timer = setTimeout(() => {
      this.timers.delete(key);
      const next = this.waiting.get(key);
      this.waiting.delete(key);
      if (next !== undefined) this.start(key, next);
    }, this.milliseconds);
    this.timers.set(key, timer);
  }
}
