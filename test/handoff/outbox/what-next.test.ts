import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whatNext } from '../../../src/handoff/outbox/what-next.ts';
import type { OutboxItem } from '../../../src/storage/contract/outbox.ts';

const DAY = 86_400_000;
const created = new Date('2026-11-21T22:00:00Z');
const item = (kind: OutboxItem['kind'], attempts: number): OutboxItem => ({
  id: 1,
  lane: 'a',
  kind,
  payload: null,
  conversationId: 'c',
  createdAt: created,
  attempts,
  nextAt: created,
});
const kinds = fc.constantFrom('activity', 'email', 'webhook');

it('tries again within its pause, never longer than an hour and five minutes from now', () => {
  fc.assert(
    fc.property(
      kinds,
      fc.nat(),
      fc.nat({ max: DAY - 1 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.oneof(fc.constant(undefined), fc.nat({ max: 7 * DAY })),
      (kind, attempts, age, random, after) => {
        const now = new Date(created.getTime() + age);
        const attempt = { type: 'retry', why: 'x', ...(after === undefined ? {} : { after }) } as const;
        const next = whatNext(item(kind, attempts), attempt, now, () => random);
        if (next.do !== 'retry') throw new Error('gave up too soon');
        const pause = next.at.getTime() - now.getTime();
        const asked = Math.min(after ?? 0, 3_600_000);
        expect(pause).toBeGreaterThanOrEqual(asked);
        expect(pause).toBeLessThanOrEqual(asked + Math.min(300_000, 1_000 * 2 ** attempts));
      },
    ),
  );
});

it.each([
  ['activity', 1],
  ['email', 3],
  ['webhook', 3],
] as const)('%s: no longer than %i days', (kind, days) => {
  const then = (ms: number) =>
    whatNext(item(kind, 9), { type: 'retry', why: 'x' }, new Date(created.getTime() + ms), () => 0).do;
  expect(then(days * DAY - 1)).toBe('retry');
  expect(then(days * DAY)).toBe('remove');
});
