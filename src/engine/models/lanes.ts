import { setImmediate } from 'node:timers/promises';

type Step = () => Promise<void>;

/** Runs one step at a time: urgent ones first, each lane in the order of arrival. */
export class Lanes {
  private readonly urgent: Step[] = [];
  private readonly background: Step[] = [];
  private running = false;

  run<Value>(lane: 'urgent' | 'background', step: () => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this[lane].push(() => step().then(resolve, reject));
      if (!this.running) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.running = true;
    for (;;) {
      // Lets messages in before the next step is chosen.
      await setImmediate();
      const step = this.urgent.shift() ?? this.background.shift();
      if (step === undefined) break;
      await step();
    }
    this.running = false;
  }
}
