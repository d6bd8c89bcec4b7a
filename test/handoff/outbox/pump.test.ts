import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandOverDeps } from '../../../src/handoff/outbox/hand-over.ts';
import { createPump, type Pump } from '../../../src/handoff/outbox/pump.ts';
import type { Attempt, Sender } from '../../../src/handoff/outbox/sender.ts';
import { wakeAfterCommit } from '../../../src/handoff/outbox/wake-after-commit.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { HandTime, settled } from './support/hand-time.ts';
import { add, isEmpty, logLines, newItem } from './support/items.ts';

const HOUR = 3_600_000;

let storage: Storage;
let pumps: Pump[];
let time: HandTime;
let received: unknown[];
let counted: string[];
let log: ReturnType<typeof logLines>;
beforeEach(async () => {
  storage = await openStorage('file::memory:');
  time = new HandTime();
  pumps = [];
  received = [];
  counted = [];
  log = logLines();
});
afterEach(async () => {
  // Nothing may be under way any more when the database closes.
  let open = true;
  void Promise.all(pumps.map((pump) => pump.close())).then(() => (open = false));
  for (await settled(); open; await settled()) time.toNext();
  await storage.close();
});

const taking: Sender = async ({ payload }) => {
  received.push(payload);
  return { type: 'sent' };
};

function pumpWith(activity: Sender, over: Partial<HandOverDeps> = {}): Pump {
  const pump = createPump({
    storage,
    senders: { activity, email: activity, webhook: activity },
    clock: time.clock,
    timer: time.timer,
    random: () => 0.5,
    log: log.log,
    metrics: { outbox: (kind, outcome) => counted.push(`${kind} ${outcome}`) },
    ...over,
  });
  pumps.push(pump);
  return pump;
}

const put = (lane: string, ...payloads: unknown[]) =>
  add(storage, ...payloads.map((payload) => newItem(lane, payload, time.clock.now())));

/** Answers in turn with what is given, then takes everything. */
function answering(...attempts: (Attempt | Error)[]): Sender {
  return async (item, signal) => {
    const attempt = attempts.shift();
    if (attempt instanceof Error) throw attempt;
    return attempt ?? taking(item, signal);
  };
}

/** A storage that fails in the next so many transactions, as on a full disk. */
function failing(times: { read: number; write: number }): Storage {
  const fail = (what: 'read' | 'write') => {
    if (times[what] > 0) {
      times[what]--;
      throw new ProblemError('StorageUnavailable');
    }
  };
  return {
    ...storage,
    async transaction(work) {
      fail('write');
      return storage.transaction(work);
    },
    async read(work) {
      fail('read');
      return storage.read(work);
    },
  };
}

describe('when the receiver does not take it', () => {
  it('tries again later, and later each time', async () => {
    await put('a', 1);
    const busy: Attempt = { type: 'retry', why: 'busy' };
    const pump = pumpWith(answering(busy, busy, busy));
    pump.wake();
    const pauses = [];
    for (let round = 0; round < 3; round++) {
      await pump.atRest();
      pauses.push(time.next);
      time.toNext();
    }
    await pump.atRest();
    expect(pauses).toEqual([500, 1_000, 2_000]);
    expect(received).toEqual([1]);
    expect(counted).toEqual([...Array(3).fill('activity retry'), 'activity sent']);
  });

  it('takes an error that the sender throws for the same, and logs none of its words', async () => {
    await put('a', 1);
    const pump = pumpWith(answering(new Error('my lad cries')));
    pump.wake();
    await pump.atRest();
    time.toNext();
    await pump.atRest();
    expect(received).toEqual([1]);
    expect(log.lines.join()).not.toContain('cries');
  });

  it('waits as long as the receiver asks, within reason', async () => {
    await put('a', 1);
    const pump = pumpWith(
      answering(
        { type: 'retry', why: 'busy', after: 90_000 },
        { type: 'retry', why: 'busy', after: 90 * HOUR },
      ),
    );
    pump.wake();
    await pump.atRest();
    for (let waited = time.next ?? 0; waited <= 90_000; waited += time.next ?? 0) {
      time.toNext();
      await pump.atRest();
    }
    for (const before = time.clock.now().getTime(); received.length === 0; ) {
      expect(time.clock.now().getTime() - before).toBeLessThan(2 * HOUR);
      time.toNext();
      await pump.atRest();
    }
    expect(received).toEqual([1]);
  });

  it('does not wait for one that does not answer', async () => {
    await put('a', 1);
    let first = true;
    let told = false;
    const pump = pumpWith(async (item, signal) => {
      if (!first) return taking(item, signal);
      first = false;
      signal.addEventListener('abort', () => (told = true));
      return new Promise(() => {});
    });
    pump.wake();
    while (received.length === 0) {
      await settled();
      time.toNext();
    }
    await pump.atRest();
    expect(told).toBe(true);
  });

  it.each([
    [{ type: 'refused', why: 'http 400' } as const, 'refused'],
    [{ type: 'receiver-gone', why: 'http 410' } as const, 'receiver-gone'],
  ])('leaves it out when it never will (%j), says so, and goes on with the next', async (attempt, as) => {
    await put('a', 'first', 'second');
    const pump = pumpWith(answering(attempt));
    pump.wake();
    await pump.atRest();
    expect(received).toEqual(['second']);
    expect(counted).toEqual([`activity ${as}`, 'activity sent']);
    expect(log.lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 50, kind: 'activity', why: attempt.why, outcome: as }),
    );
  });

  it('gives up after a day and says so', async () => {
    await put('a', 'never taken');
    const pump = pumpWith(async () => ({ type: 'retry', why: 'down' }), { random: () => 0.999 });
    pump.wake();
    const start = time.clock.now().getTime();
    for (; !(await isEmpty(storage)); time.toNext()) await pump.atRest();
    const hours = (time.clock.now().getTime() - start) / HOUR;
    expect(hours).toBeGreaterThanOrEqual(24);
    expect(hours).toBeLessThan(24.5);
    expect(counted.at(-1)).toBe('activity gave-up');
    expect(log.lines.join()).toContain('"outcome":"gave-up"');
    // At most five minutes apart: whoever comes back hears from us soon.
    expect(counted.length).toBeGreaterThanOrEqual(24 * 12);
  });
});

describe('when the database fails', () => {
  it('comes back to what it could not read', async () => {
    await put('a', 1);
    const pump = pumpWith(taking, { storage: failing({ read: 2, write: 1 }) });
    pump.wake();
    for (let round = 0; round < 3; round++) {
      await pump.atRest();
      expect(received).toEqual([]);
      time.toNext();
    }
    await pump.atRest();
    expect(received).toEqual([1]);
  });

  it('writes down later that it was sent, and does not send it again', async () => {
    await put('a', 1, 2);
    const times = { read: 0, write: 0 };
    const pump = pumpWith(
      async (item, signal) => {
        if (item.payload === 1) times.write = 3;
        return taking(item, signal);
      },
      { storage: failing(times) },
    );
    pump.wake();
    while (received.length < 2) {
      await settled();
      time.toNext();
    }
    await pump.atRest();
    expect(received).toEqual([1, 2]);
    expect(await isEmpty(storage)).toBe(true);
  });

  it('sends it once more when that could not be written down for long', async () => {
    await put('a', 1);
    const times = { read: 0, write: 0 };
    const pump = pumpWith(
      async (item, signal) => {
        if (received.length === 0) times.write = 60;
        return taking(item, signal);
      },
      { storage: failing(times) },
    );
    pump.wake();
    while (!(await isEmpty(storage))) {
      await settled();
      time.toNext();
    }
    expect(received).toEqual([1, 1]);
  });
});

describe('lanes', () => {
  it('do not wait for each other', async () => {
    await put('stuck', 'stuck');
    for (let lane = 0; lane < 30; lane++) await put(`lane ${lane}`, lane);
    const pump = pumpWith((item, signal) =>
      item.payload === 'stuck' ? new Promise(() => {}) : taking(item, signal),
    );
    pump.wake();
    await settled();
    expect(received).toHaveLength(30);
  });

  it('are served so many at a time and no more', async () => {
    for (let lane = 0; lane < 50; lane++) await put(`lane ${lane}`, lane);
    let now = 0;
    let most = 0;
    const pump = pumpWith(async (item, signal) => {
      most = Math.max(most, ++now);
      await settled();
      now--;
      return taking(item, signal);
    });
    pump.wake();
    await pump.atRest();
    expect(received).toHaveLength(50);
    expect(most).toBe(32);
  });
});

describe('waking', () => {
  it('asks nothing of the database while nothing is due, but looks now and then for what others wrote', async () => {
    const pump = pumpWith(taking);
    pump.wake();
    await pump.atRest();
    expect(time.next).toBe(60_000);
    await put('a', 1);
    await settled();
    expect(received).toEqual([]);
    time.toNext();
    await pump.atRest();
    expect(received).toEqual([1]);
  });

  it('comes with the commit that wrote something, and with no other', async () => {
    let woken = 0;
    const waking = wakeAfterCommit(storage, () => woken++);
    await waking.transaction((tx) => tx.saveState('k', 1, 0));
    await waking.transaction((tx) => tx.addToOutbox([]));
    const undone = waking.transaction(async (tx) => {
      await tx.addToOutbox([newItem('a', 1, time.clock.now())]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(woken).toBe(0);
    await add(waking, newItem('a', 1, time.clock.now()));
    expect(woken).toBe(1);
  });
});

describe('closing', () => {
  it('waits for what is under way and takes nothing more', async () => {
    await put('a', 1, 2);
    let end = () => {};
    const pump = pumpWith(async (item, signal) => {
      await new Promise<void>((resolve) => (end = resolve));
      return taking(item, signal);
    });
    pump.wake();
    await settled();
    const closed = pump.close();
    pump.wake();
    await settled();
    expect(received).toEqual([]);
    end();
    await closed;
    expect(received).toEqual([1]);
    expect(await isEmpty(storage)).toBe(false);
    expect(time.next).toBeNull();
  });

  it('does not wait for ever, and keeps what did not end', async () => {
    await put('a', 1);
    const pump = pumpWith(() => new Promise(() => {}));
    pump.wake();
    await settled();
    const closed = pump.close();
    expect(time.next).toBe(10_000);
    time.toNext();
    await closed;
    expect(await isEmpty(storage)).toBe(false);
  });
});
