import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { OutboxItem } from '../../storage/contract/outbox.ts';
import type { Storage } from '../../storage/storage.ts';
import { keepTrying } from './keep-trying.ts';
import type { Attempt, OutboxKind, Sender } from './sender.ts';
import type { Timer } from './timer.ts';
import { type Next, whatNext } from './what-next.ts';
import { within } from './within.ts';

/** An attempt that takes longer, in milliseconds, counts as failed. */
export const LONGEST_ATTEMPT = 30_000;

export interface OutboxCounts {
  outbox(kind: OutboxKind, outcome: Extract<Next, { do: 'remove' }>['as'] | 'retry'): void;
}

export interface HandOverDeps {
  readonly storage: Storage;
  readonly senders: Readonly<Record<OutboxKind, Sender>>;
  readonly clock: Clock;
  readonly timer: Timer;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: OutboxCounts;
}

/**
 * Gives an item to its sender once, and writes down what became of it.
 *
 * @throws when that could not be written down before `until`, when the item is no longer ours
 */
export async function handOver(
  deps: HandOverDeps,
  item: OutboxItem,
  {
    until,
    stop,
    stopped,
  }: {
    readonly until: Date;
    /** Ends the attempt. */
    readonly stop: AbortSignal;
    readonly stopped: () => boolean;
  },
): Promise<void> {
  const { storage, clock, timer, random, metrics } = deps;
  const attempt = await attemptOf(deps, item, stop);
  const next = whatNext(item, attempt, clock.now(), random);
  const write = () =>
    storage.transaction((tx) =>
      next.do === 'remove' ? tx.removeFromOutbox(item.id) : tx.retryFromOutbox(item.id, next.at),
    );
  await keepTrying(write, { until, clock, timer, stopped });
  const outcome = next.do === 'remove' ? next.as : next.do;
  metrics.outbox(item.kind, outcome);
  report(deps.log, item, attempt, outcome);
}

async function attemptOf(
  { senders, timer, log }: HandOverDeps,
  item: OutboxItem,
  stop: AbortSignal,
): Promise<Attempt> {
  try {
    return await within((signal) => senders[item.kind](item, signal), LONGEST_ATTEMPT, timer, stop);
  } catch (err) {
    log.warn({ err, item: item.id, kind: item.kind }, 'an attempt to send failed');
    return { type: 'retry', why: 'failed' };
  }
}

/** Never the payload nor the lane: they can name a person. */
function report(log: Log, { id, kind, attempts }: OutboxItem, attempt: Attempt, outcome: string): void {
  const why = attempt.type === 'sent' ? undefined : attempt.why;
  const line = { item: id, kind, attempts: attempts + 1, why };
  if (outcome === 'sent') log.debug(line, 'sent from the outbox');
  else if (outcome === 'retry') log.info(line, 'to be sent again');
  else log.error({ ...line, outcome }, 'not sent, and never will be');
}
