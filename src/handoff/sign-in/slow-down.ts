import type { Clock } from '../../shared/clock.ts';
import { ProblemError } from '../../shared/problem.ts';

const WINDOW_MS = 15 * 60_000;
/** Failures of one address in a window; an office behind one address signs in without failing. */
const OF_ADDRESS = 30;
/** Of one address at one login. */
const OF_PAIR = 10;
/** Failures at one login from anywhere before each further try has to wait. */
const FREE = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
/** Each check takes 128 MB while it lasts. */
const AT_ONCE = 2;
const MOST_WAITING = 20;
/** Remembered at most; the oldest is forgotten first. */
const MOST_KEYS = 50_000;

export interface SlowDown {
  /**
   * Runs `check`, later than at once after failures. Nobody can lock another person out: tries at a login
   * from elsewhere make its owner wait for seconds, and refuse nobody but their own address.
   *
   * @throws ProblemError TooManyRequests
   */
  attempt<T>(address: string, login: string, check: () => Promise<T | null>): Promise<T | null>;
}

/** @param wait resolves after so many milliseconds */
export function slowDown(clock: Clock, wait: (ms: number) => Promise<void>): SlowDown {
  let windowStart = 0;
  const failures = new Map<string, number>();
  let running = 0;
  const queue: (() => void)[] = [];

  const renew = () => {
    const now = clock.now().getTime();
    if (now >= windowStart && now - windowStart < WINDOW_MS) return;
    windowStart = now;
    failures.clear();
  };
  const count = (key: string) => failures.get(key) ?? 0;
  const add = (keys: readonly string[], by: number) => {
    for (const key of keys) {
      const [oldest] = failures.keys();
      if (!failures.has(key) && failures.size >= MOST_KEYS) failures.delete(oldest ?? '');
      failures.set(key, Math.max(0, count(key) + by));
    }
  };
  const oneOfFew = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) {
      if (queue.length >= MOST_WAITING) throw new ProblemError('TooManyRequests');
      // Whoever leaves hands over the place, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };

  return {
    async attempt(address, login, check) {
      renew();
      const keys = { address: `a ${address}`, pair: `p ${address} ${login}`, login: `l ${login}` };
      if (count(keys.address) >= OF_ADDRESS || count(keys.pair) >= OF_PAIR) {
        throw new ProblemError('TooManyRequests');
      }
      const before = count(keys.login);
      // Counted before the answer is known: a thousand tries at once are a thousand tries.
      const all = Object.values(keys);
      add(all, 1);
      if (before >= FREE) await wait(Math.min(FIRST_WAIT_MS * 2 ** (before - FREE), LONGEST_WAIT_MS));
      const found = await oneOfFew(check).catch((error: unknown) => {
        // Our own fault, and no sign of guessing.
        add(all, -1);
        throw error;
      });
      if (found !== null) {
        add([keys.address, keys.login], -1);
        failures.delete(keys.pair);
      }
      return found;
    },
  };
}
