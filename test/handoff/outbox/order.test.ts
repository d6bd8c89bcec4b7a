import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPump } from '../../../src/handoff/outbox/pump.ts';
import type { Sender } from '../../../src/handoff/outbox/sender.ts';
import { createLog } from '../../../src/shared/log.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { HandTime } from './support/hand-time.ts';
import { add, isEmpty, newItem } from './support/items.ts';

/** What happens at one attempt. A kill comes before the receiver has it, or between that and our writing it down. */
const Happening = fc.constantFrom('sent', 'retry', 'throw', 'refused', 'kill before', 'kill after');
type Item = { readonly lane: string; readonly n: number };

/** A process: what it asks of the database after it was killed never happens. */
class Process {
  alive = true;
  killed: Promise<void>;
  #kill: () => void = () => {};
  constructor() {
    this.killed = new Promise((resolve) => {
      this.#kill = resolve;
    });
  }
  kill(): void {
    this.alive = false;
    this.#kill();
  }
  uses(storage: Storage): Storage {
    return {
      ...storage,
      transaction: (work) => (this.alive ? storage.transaction(work) : new Promise(() => {})),
      read: (work) => (this.alive ? storage.read(work) : new Promise(() => {})),
    };
  }
}

it('each receiver gets its items in their order, none is lost, whatever fails and whenever the process is killed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 }),
      fc.array(Happening, { maxLength: 30 }),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 5 }),
      async (lanes, script, draws) => {
        const storage = await openStorage('file::memory:');
        const time = new HandTime();
        const items = lanes.map((lane, n): Item => ({ lane, n }));
        const happenings = [...script];
        const received: Item[] = [];
        const refused = new Set<number>();
        let draw = 0;
        let crossed = false;

        const run = async (process: Process): Promise<void> => {
          const busy = new Set<string>();
          const send: Sender = async ({ payload, lane }) => {
            const item = payload as Item;
            crossed ||= busy.has(lane);
            busy.add(lane);
            // Others get their turn in between.
            await new Promise(setImmediate);
            if (!process.alive) return new Promise(() => {});
            busy.delete(lane);
            const happening = happenings.shift() ?? 'sent';
            if (happening === 'sent' || happening === 'kill after') received.push(item);
            switch (happening) {
              case 'sent':
                return { type: 'sent' };
              case 'retry':
                return { type: 'retry', why: 'busy' };
              case 'throw':
                throw new Error('broken');
              case 'refused':
                refused.add(item.n);
                return { type: 'refused', why: 'no' };
              case 'kill before':
              case 'kill after':
                process.kill();
                return new Promise(() => {});
            }
          };
          const pump = createPump({
            storage: process.uses(storage),
            senders: { activity: send, email: send, webhook: send },
            clock: time.clock,
            timer: time.timer,
            random: () => draws[draw++ % draws.length] ?? 0,
            log: createLog('silent'),
            metrics: { outbox: () => {} },
          });
          pump.wake();
          for (;;) {
            await Promise.race([pump.atRest(), process.killed]);
            if (!process.alive) return time.forgetTimers();
            if (await isEmpty(storage)) return pump.close();
            time.toNext();
          }
        };

        await add(storage, ...items.map((item) => newItem(item.lane, item, time.clock.now())));
        while (!(await isEmpty(storage))) await run(new Process());
        await storage.close();

        expect(crossed, 'two of one lane at a time').toBe(false);
        for (const lane of new Set(lanes)) {
          const got = received.filter((item) => item.lane === lane).map(({ n }) => n);
          // The same one may come again after a kill, but only before the next.
          const once = got.filter((n, index) => n !== got[index - 1]);
          const wanted = items.filter((item) => item.lane === lane).map(({ n }) => n);
          expect(once).toEqual(wanted.filter((n) => !refused.has(n) || got.includes(n)));
        }
      },
    ),
    { numRuns: 60 },
  );
});
