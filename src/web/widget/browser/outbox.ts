import { Refused } from './call.ts';
import type { Line } from './line.ts';
import { pause } from './pause.ts';

/** How often a message is tried before the family is asked; while they are offline, it simply waits. */
const TRIES = 4;
const FIRST_WAIT = 1_000;

export type Delivery = 'sending' | 'waiting' | 'sent' | 'failed';

/** Sends one thing after another; each is tried again with the same client id until it is known to be there. */
export function createOutbox(
  line: Line,
): (activity: unknown, told: (state: Delivery, why?: string) => void) => void {
  let last: Promise<void> = Promise.resolve();

  const deliver = async (activity: unknown, told: (state: Delivery, why?: string) => void): Promise<void> => {
    for (let tries = 1; ; ) {
      told('sending');
      try {
        await line.post(activity);
        return told('sent');
      } catch (error) {
        const { status, code, message } = error instanceof Refused ? error : new Refused(0, '', '');
        const over = [401, 403, 404].includes(status) || code === 'ConversationEnded';
        const hopeless = status >= 400 && status < 500 && status !== 429 && !over;
        if (!navigator.onLine) told('waiting');
        else if (hopeless || tries >= TRIES) return told('failed', message);
        else tries += 1;
        // A conversation that is over has been let go of: the next try begins a new one.
        if (!over) await pause(navigator.onLine ? FIRST_WAIT * 2 ** (tries - 2) : 30_000);
      }
    }
  };

  return (activity, told) => {
    last = last.then(() => deliver(activity, told));
  };
}
