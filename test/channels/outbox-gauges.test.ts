import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../src/channels/metrics.ts';
import { ProblemError } from '../../src/shared/problem.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

const now = new Date('2026-11-21T22:00:00.000Z');
const clock = { now: () => now };

let storage: Storage;
let metrics: Metrics;
beforeEach(async () => {
  storage = await openStorage('file::memory:');
  metrics = createMetrics();
});
afterEach(() => storage.close());

const page = async () => (await metrics.text()).content;

it('leaves the figures of the outbox out when the database fails, and no others', async () => {
  const fail = async () => {
    throw new ProblemError('StorageUnavailable');
  };
  metrics.watchOutbox({ storage: { ...storage, read: fail }, clock });
  metrics.outbox('email', 'gave-up');
  expect(await page()).toContain('signpost_outbox_attempts_total{kind="email",outcome="gave-up"} 1');
  expect(await page()).not.toContain('signpost_outbox_waiting{');
});

it('says how much waits and how old the oldest of it is', async () => {
  metrics.watchOutbox({ storage, clock });
  expect(await page()).toContain('signpost_outbox_waiting{kind="webhook"} 0');
  await storage.transaction((tx) =>
    tx.addToOutbox(
      [90, 30].map((seconds) => ({
        lane: 'a',
        kind: 'webhook' as const,
        payload: null,
        conversationId: null,
        createdAt: new Date(now.getTime() - seconds * 1_000),
      })),
    ),
  );
  expect(await page()).toContain('signpost_outbox_waiting{kind="webhook"} 2');
  expect(await page()).toContain('signpost_outbox_oldest_seconds{kind="webhook"} 90');
  expect(await page()).toContain('signpost_outbox_oldest_seconds{kind="email"} 0');
});
