import type { Timer } from '../../../../src/handoff/outbox/timer.ts';
import type { Clock } from '../../../../src/shared/clock.ts';

interface Armed {
  readonly at: number;
  readonly then: () => void;
}

/** Time that passes only when the test says so. */
export class HandTime {
  #now: number;
  #armed: Armed[] = [];

  constructor(start = '2026-11-21T22:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  readonly clock: Clock = { now: () => new Date(this.#now) };

  readonly timer: Timer = (ms, then) => {
    const armed = { at: this.#now + ms, then };
    this.#armed.push(armed);
    return () => {
      this.#armed = this.#armed.filter((one) => one !== armed);
    };
  };

  /** In how many milliseconds something happens by itself; null when nothing will. */
  get next(): number | null {
    return this.#armed.length === 0 ? null : Math.min(...this.#armed.map(({ at }) => at)) - this.#now;
  }

  /** Lets time pass until the first timer goes off. */
  toNext(): void {
    const first = this.#armed.toSorted((a, b) => a.at - b.at)[0];
    if (first === undefined) throw new Error('nothing will ever happen');
    this.#armed = this.#armed.filter((one) => one !== first);
    this.#now = Math.max(this.#now, first.at);
    first.then();
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  /** As when the process is killed: no timer of its own goes off any more. */
  forgetTimers(): void {
    this.#armed = [];
  }
}

/** Everything that can happen without time passing has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}
