import type { Clock } from '../../shared/clock.ts';
import type { Timer } from './timer.ts';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;

/**
 * Does `work` again until it succeeds, with growing pauses.
 * @throws what it threw last, once there is no time left before `until`, or at the stop
 */
export async function keepTrying(
  work: () => Promise<void>,
  {
    until,
    clock,
    timer,
    stopped,
  }: { readonly until: Date; readonly clock: Clock; readonly timer: Timer; readonly stopped: () => boolean },
): Promise<void> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      return await work();
    } catch (error) {
      if (stopped() || clock.now().getTime() + pause >= until.getTime()) throw error;
      await new Promise<void>((resume) => timer(pause, resume));
    }
  }
}
