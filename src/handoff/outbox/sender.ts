import type { OutboxItem } from '../../storage/contract/outbox.ts';

export type OutboxKind = OutboxItem['kind'];

/** What became of one attempt to hand an item over. `why` is a short word for the log, never the receiver's own. */
export type Attempt =
  | { readonly type: 'sent' }
  /** Not now. `after`: the receiver asked for so many milliseconds. */
  | { readonly type: 'retry'; readonly why: string; readonly after?: number }
  /** It will never be taken, however often it is tried. */
  | { readonly type: 'refused'; readonly why: string }
  /** Nobody is there any more to receive anything. */
  | { readonly type: 'receiver-gone'; readonly why: string };

/** Hands one item over. It stops when the signal says so; an error it throws counts as `retry`. */
export type Sender = (item: OutboxItem, signal: AbortSignal) => Promise<Attempt>;

/**
 * Stands in where the settings for this kind are missing: what was written while they were there waits for
 * them to come back, until it is too old.
 */
export const notConfigured: Sender = async () => ({ type: 'retry', why: 'not configured' });
