import { expect, it } from 'vitest';
import { rateLimit } from '../../src/channels/rate-limit.ts';

function fixture(most: number, maxKeys?: number) {
  let now = 1_000_000;
  const limit = rateLimit({ now: () => new Date(now) }, most, 60_000, maxKeys);
  return {
    limit,
    later: (ms: number) => {
      now += ms;
    },
  };
}

it('refuses the one too many, of that key alone, until the window is over', () => {
  const { limit, later } = fixture(2);
  expect([limit.allows('a'), limit.allows('a'), limit.allows('a')]).toEqual([true, true, false]);
  expect(limit.allows('b')).toBe(true);
  later(59_999);
  expect(limit.allows('a')).toBe(false);
  later(1);
  expect(limit.allows('a')).toBe(true);
});

it('starts a new window when the clock was put back', () => {
  const { limit, later } = fixture(1);
  expect([limit.allows('a'), limit.allows('a')]).toEqual([true, false]);
  later(-3_600_000);
  expect(limit.allows('a')).toBe(true);
});

it('remembers a bounded number of keys; strangers beyond them share one count', () => {
  const { limit } = fixture(2, 1);
  limit.allows('known');
  expect([limit.allows('x'), limit.allows('y'), limit.allows('z')]).toEqual(
    [true, true, true].map((_, n) => n < 2),
  );
  expect(limit.allows('known')).toBe(true);
});
