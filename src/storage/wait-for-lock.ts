import { isBusy } from './sqlite-code.ts';
import type { Wait } from './wait.ts';

/** Three seconds in all: long enough for the command line's writes, short enough for a family that waits. */
const PAUSE_MS = 25;
const TRIES = 120;

/**
 * Tries again while another process holds the lock. Between two tries the connection is free, so readers
 * are not held up, and of many that wait none waits longer because of the others.
 *
 * @param mayRepeat asked after a failure: false once the work may have done something
 */
export async function waitForLock<T>(
  work: () => Promise<T>,
  mayRepeat: () => boolean,
  wait: Wait,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isBusy(error) || !mayRepeat()) throw error;
    }
    await wait(PAUSE_MS, true);
  }
}
