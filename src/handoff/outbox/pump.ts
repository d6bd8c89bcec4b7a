import type { OutboxItem } from '../../storage/contract/outbox.ts';
import { type HandOverDeps, handOver, LONGEST_ATTEMPT } from './hand-over.ts';

/** How many lanes are served at a time. Enough that a mail server which does not answer holds up no live talk. */
const MOST_LANES = 32;
/** Longer than any attempt. After a kill, what was under way is tried again when it has run out. */
const LEASE = 2.5 * LONGEST_ATTEMPT;
/** What another process wrote is found after so long at the latest. */
const SAFETY_POLL = 60_000;
/** At the stop, what is under way gets this much time to end. */
const GRACE = 10_000;

export interface Pump {
  /** There is something new in the outbox. Costs nothing while there is not. */
  wake(): void;
  /** Resolves when nothing is under way and nothing is due. */
  atRest(): Promise<void>;
  /** Takes nothing more and waits for what is under way; what does not end in time stays in the outbox. */
  close(): Promise<void>;
}

/**
 * Empties the outbox: the first item of each lane, then the next, each lane by itself and several side by
 * side. At least once: an item whose sending was not written down, because of a kill or a failed database, is
 * sent again. Nothing is done until the first `wake`.
 */
export function createPump(deps: HandOverDeps): Pump {
  const { storage, clock, timer, log } = deps;
  const lanes = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let round: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let failures = 0;
  let callOff = () => {};
  const stopped = () => closed;

  const wake = () => {
    if (closed) return;
    again = true;
    round ??= rounds();
  };

  const rounds = async () => {
    while (again && !closed) {
      again = false;
      callOff();
      const pause = await takeWhatIsDue();
      if (!closed) callOff = timer(pause, wake);
    }
    round = null;
  };

  /** @returns after how many milliseconds to look again, if nothing happens before */
  const takeWhatIsDue = async (): Promise<number> => {
    const free = MOST_LANES - lanes.size;
    // Whichever lane ends first wakes us.
    if (free === 0) return SAFETY_POLL;
    try {
      const nextIn = async () => {
        const next = await storage.read((tx) => tx.nextInOutbox());
        return next === null ? SAFETY_POLL : next.getTime() - clock.now().getTime();
      };
      if ((await nextIn()) <= 0) {
        const now = clock.now();
        const until = new Date(now.getTime() + LEASE);
        const items = await storage.transaction((tx) => tx.takeFromOutbox(now, until, free));
        for (const item of items) begin(item, until);
        if (items.length === free) return SAFETY_POLL;
      }
      failures = 0;
      return Math.min(Math.max(await nextIn(), 0), SAFETY_POLL);
    } catch (err) {
      log.error({ err }, 'the outbox could not be read');
      return Math.min(SAFETY_POLL, 1_000 * 2 ** Math.min(failures++, 6));
    }
  };

  const begin = (item: OutboxItem, until: Date) => {
    // A lane that is still busy here, its lease over or its items forgotten meanwhile, is waited for.
    const before = lanes.get(item.lane) ?? Promise.resolve();
    const work = before
      .then(() => (closed ? undefined : handOver(deps, item, { until, stop: stopping.signal, stopped })))
      .catch((err: unknown) =>
        log.error({ err, item: item.id }, 'an item of the outbox was not written down'),
      )
      .then(() => {
        if (lanes.get(item.lane) === work) lanes.delete(item.lane);
        wake();
      });
    lanes.set(item.lane, work);
  };

  const atRest = async () => {
    while (round !== null || lanes.size > 0) await Promise.all([round, ...lanes.values()]);
  };

  return {
    wake,
    atRest,
    async close() {
      closed = true;
      callOff();
      const giveUp = timer(GRACE, () => stopping.abort());
      await atRest();
      giveUp();
    },
  };
}
