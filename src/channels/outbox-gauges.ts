import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../shared/clock.ts';
import type { OutboxWaiting } from '../storage/contract/outbox.ts';
import type { Storage } from '../storage/storage.ts';

export interface WatchedOutbox {
  readonly storage: Storage;
  readonly clock: Clock;
}

const KINDS: readonly OutboxWaiting['kind'][] = ['activity', 'email', 'webhook'];

/** How much waits to leave the service and for how long, read whenever somebody asks. */
export function outboxGauges(registers: Registry[], { storage, clock }: WatchedOutbox): void {
  const gauge = (name: string, help: string, value: (one: OutboxWaiting) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers,
      async collect() {
        this.reset();
        // A database that fails takes this figure away, and not the others with it.
        const waiting = await storage.read((tx) => tx.waitingInOutbox()).catch(() => null);
        for (const kind of waiting === null ? [] : KINDS) {
          const one = waiting?.find((any) => any.kind === kind);
          this.set({ kind }, one === undefined ? 0 : value(one));
        }
      },
    });
  gauge('signpost_outbox_waiting', 'Items that wait to be sent, by kind', ({ count }) => count);
  gauge('signpost_outbox_oldest_seconds', 'Age of the oldest item that waits, by kind', ({ since }) =>
    Math.max(0, (clock.now().getTime() - since.getTime()) / 1_000),
  );
}
