/** Estimates from the pace so far. Null until there is something to go by. */
export class TimeLeft {
  private readonly began = performance.now();

  /** @param from what was done before this run began. */
  constructor(private readonly from: number) {}

  /** Seconds. */
  seconds(done: number, total: number): number | null {
    const elapsed = (performance.now() - this.began) / 1000;
    const now = done - this.from;
    if (now <= 0 || elapsed < 1) return null;
    return Math.ceil((elapsed / now) * Math.max(0, total - done));
  }
}
