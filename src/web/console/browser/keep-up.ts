import type { Line } from './line.ts';
import type { Reader } from './reader.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

const TICK_MS = 5_000;
/** With the line open, everything is read again now and then: a hint that was lost costs time, never a message. */
const TICKS_WHEN_OPEN = 9;
/** Longer than a browser holds up the timers of a page in the background. */
const ASLEEP_MS = 90_000;

/** Lets the waiting times go on, and asks by itself while the line is down or a reading has failed. */
export function keepUp(store: Store<State>, reader: Reader, line: Line): void {
  let ticks = 0;
  setInterval(() => {
    const slept = Date.now() - store.get().now > ASLEEP_MS;
    store.set({ now: Date.now() });
    ticks = slept ? 0 : ticks + 1;
    const { signedOut, behind, line: state, open } = store.get();
    if (signedOut) return;
    if (slept) line.renew();
    if (state === 'open' && !behind && ticks % TICKS_WHEN_OPEN !== 0) return;
    void reader.queue();
    if (open !== null) void Promise.all([reader.sheet(open), reader.said(open)]);
  }, TICK_MS);
}
