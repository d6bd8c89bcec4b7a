import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewOutboxItem } from '../../../src/storage/contract/outbox.ts';
import { at, outboxItem } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

export function outboxContract(create: () => Promise<StorageUnderTest>): void {
  describe('the outbox', () => {
    const storage = freshStorage(create);
    const add = (...items: NewOutboxItem[]) => storage().transaction((tx) => tx.addToOutbox(items));
    const take = (now: number, until = now + 1, limit = 100) =>
      storage().transaction((tx) => tx.takeFromOutbox(at(now), at(until), limit));
    const payloads = async (now: number, until?: number, limit?: number) =>
      (await take(now, until, limit)).map((one) => one.payload);
    const remove = (id: number) => storage().transaction((tx) => tx.removeFromOutbox(id));
    const retry = (id: number, when: number) =>
      storage().transaction((tx) => tx.retryFromOutbox(id, at(when)));
    const next = () => storage().read((tx) => tx.nextInOutbox());

    it('that is empty has nothing to give', async () => {
      await add();
      expect(await take(0)).toEqual([]);
      expect(await next()).toBeNull();
      await remove(1);
      await retry(1, 5);
      expect(await next()).toBeNull();
    });

    it('gives the first of each lane only, oldest first', async () => {
      await add(outboxItem('a', 1), outboxItem('b', 2), outboxItem('a', 3), outboxItem('c', 4));
      expect(await payloads(0, 1, 2)).toEqual([1, 2]);
      expect(await payloads(0)).toEqual([4]);
    });

    it('gives what somebody holds to nobody else until the hold is over', async () => {
      await add(outboxItem('a', 'x'));
      const [item] = await take(0, 5);
      expect(item).toMatchObject({
        payload: 'x',
        attempts: 0,
        nextAt: at(5),
        createdAt: at(0),
        kind: 'activity',
      });
      expect(await take(4)).toEqual([]);
      expect(await next()).toEqual(at(5));
      expect(await payloads(5)).toEqual(['x']);
    });

    it('holds back all that is behind one which could not leave', async () => {
      await add(outboxItem('a', 'first'), outboxItem('a', 'second'));
      const [item] = await take(0);
      await retry(item?.id ?? 0, 30);
      await add(outboxItem('a', 'third', null, at(10)));
      expect(await payloads(29)).toEqual([]);
      expect(await next()).toEqual(at(30));
      const [again] = await take(30);
      expect(again).toMatchObject({ payload: 'first', attempts: 1 });
      await remove(again?.id ?? 0);
      expect(await payloads(30)).toEqual(['second']);
    });

    it('lets late words about an item that is gone change nothing for the next', async () => {
      await add(outboxItem('a', 'first'));
      const [item] = await take(0);
      await remove(item?.id ?? 0);
      await add(outboxItem('a', 'second'));
      await retry(item?.id ?? 0, 59);
      await remove(item?.id ?? 0);
      expect(await take(1)).toMatchObject([{ payload: 'second', attempts: 0 }]);
    });

    it('says how much of each kind waits, and since when, also of what somebody holds', async () => {
      const waiting = () => storage().read((tx) => tx.waitingInOutbox());
      expect(await waiting()).toEqual([]);
      const mail = { ...outboxItem('m', 'mail', null, at(3)), kind: 'email' as const };
      await add(outboxItem('a', 1, null, at(2)), mail, outboxItem('a', 2, null, at(1)));
      await take(10, 20, 1);
      expect(await waiting()).toEqual([
        { kind: 'activity', count: 2, since: at(1) },
        { kind: 'email', count: 1, since: at(3) },
      ]);
    });

    const Step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        lanes: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ do: fc.constant('take' as const), limit: fc.integer({ min: 1, max: 4 }), hold: fc.nat(3) }),
      fc.record({ do: fc.constant('remove' as const), which: fc.nat(9) }),
      fc.record({ do: fc.constant('retry' as const), which: fc.nat(9), after: fc.nat(4) }),
      fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3 }) }),
    );
    it('keeps the order of every lane, whatever is taken, tried again and removed', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(Step, { maxLength: 25 }), async (steps) => {
          interface Expected {
            readonly n: number;
            readonly lane: string;
            readonly next: number;
          }
          let expected: Expected[] = [];
          let held: number[] = [];
          const idOf = new Map<number, number>();
          let [now, n] = [0, 0];
          const firsts = () =>
            expected.filter((one) => expected.find(({ lane }) => lane === one.lane) === one);
          const setNext = (of: number, to: number) => {
            expected = expected.map((one) => (one.n === of ? { ...one, next: to } : one));
          };
          const pick = (which: number) => held[which % Math.max(1, held.length)];
          for (const step of steps) {
            if (step.do === 'wait') now += step.minutes;
            if (step.do === 'add') {
              const added = step.lanes.map((lane) => ({ n: n++, lane: `lane ${lane}`, next: now }));
              expected.push(...added);
              await add(...added.map((one) => outboxItem(one.lane, one.n, null, at(now))));
            }
            if (step.do === 'take') {
              const wanted = firsts()
                .filter((one) => one.next <= now)
                .slice(0, step.limit);
              const taken = await take(now, now + step.hold, step.limit);
              expect(taken.map((one) => one.payload)).toEqual(wanted.map((one) => one.n));
              for (const [index, one] of wanted.entries()) {
                idOf.set(one.n, taken[index]?.id ?? 0);
                setNext(one.n, now + step.hold);
                if (!held.includes(one.n)) held.push(one.n);
              }
            }
            if (step.do === 'remove' || step.do === 'retry') {
              const one = pick(step.which);
              if (one === undefined) continue;
              if (step.do === 'retry') {
                await retry(idOf.get(one) ?? 0, now + step.after);
                setNext(one, now + step.after);
              } else {
                await remove(idOf.get(one) ?? 0);
                expected = expected.filter((other) => other.n !== one);
                held = held.filter((other) => other !== one);
              }
            }
            const times = firsts().map((one) => one.next);
            expect(await next()).toEqual(times.length === 0 ? null : at(Math.min(...times)));
          }
          for (let rest = await take(1_000); rest.length > 0; rest = await take(1_000))
            for (const one of rest) await remove(one.id);
        }),
        { numRuns: 40 },
      );
    });
  });
}
