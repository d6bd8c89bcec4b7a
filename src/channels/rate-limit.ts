import type { Clock } from '../shared/clock.ts';

export interface RateLimit {
  /** Counts one request; false when the key has had its share of this window. */
  allows(key: string): boolean;
}

/**
 * At most `most` requests of one key in `windowMs`, counted in this process.
 * Memory is bounded: when `maxKeys` addresses are known in one window, strangers share one count.
 */
export function rateLimit(clock: Clock, most: number, windowMs: number, maxKeys = 50_000): RateLimit {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return {
    allows(key) {
      const now = clock.now().getTime();
      // Also when the clock was put back: the old window would else last until it has caught up.
      if (now < windowStart || now - windowStart >= windowMs) {
        windowStart = now;
        counts.clear();
      }
      const counted = counts.has(key) || counts.size < maxKeys ? key : 'everybody else';
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      return count <= most;
    },
  };
}
