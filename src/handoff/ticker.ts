import type { Log } from '../shared/log.ts';

export interface Ticker {
  /** Stops, once the round under way has ended. */
  close(): Promise<void>;
}

/** Lets the clock act on cases every few seconds; a round that takes long puts off the next. */
export function createTicker(tick: () => Promise<void>, log: Log, everyMs = 5_000): Ticker {
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const plan = () => {
    timer = setTimeout(() => {
      running = tick()
        // Storage that is away for a while is no reason to stop looking.
        .catch((err: unknown) => log.error({ err }, 'the clock could not look at the cases'))
        .then(() => {
          if (!closed) plan();
        });
    }, everyMs);
    timer.unref();
  };
  plan();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
