import type { OutboxItem } from '../../storage/contract/outbox.ts';
import type { Attempt, OutboxKind } from './sender.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long each kind is tried. A word for an adviser's Teams chat is stale sooner than a mail. */
const GIVE_UP_AFTER: Readonly<Record<OutboxKind, number>> = {
  activity: 24 * HOUR,
  email: 72 * HOUR,
  webhook: 72 * HOUR,
};
const FIRST_PAUSE = 1_000;
/** However long a receiver was away, it hears from us this soon after it came back. */
const LONGEST_PAUSE = 5 * MINUTE;
/** A receiver may ask for a longer pause, up to this. */
const LONGEST_ASKED = HOUR;

export type Next =
  | { readonly do: 'remove'; readonly as: 'sent' | 'refused' | 'receiver-gone' | 'gave-up' }
  | { readonly do: 'retry'; readonly at: Date };

/**
 * What becomes of an item after an attempt. Pauses grow twofold and are drawn from their whole length
 * ("full jitter"), so that items which failed together do not come back together.
 *
 * @param random from 0 up to, not including, 1
 */
export function whatNext(item: OutboxItem, attempt: Attempt, now: Date, random: () => number): Next {
  if (attempt.type !== 'retry') return { do: 'remove', as: attempt.type };
  if (now.getTime() - item.createdAt.getTime() >= GIVE_UP_AFTER[item.kind])
    return { do: 'remove', as: 'gave-up' };
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(item.attempts, 20));
  const asked = Math.min(attempt.after ?? 0, LONGEST_ASKED);
  return { do: 'retry', at: new Date(now.getTime() + asked + Math.floor(random() * longest)) };
}
