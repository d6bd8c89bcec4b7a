import { ProblemError } from '../../shared/problem.ts';
import type { KeyedLock } from '../keyed-lock.ts';
import { rateLimit } from '../rate-limit.ts';
import { readRating } from '../rating.ts';
import type { DirectLineDeps } from './deps.ts';
import type { DirectLineTurn } from './direct-line-turn.ts';
import { incomingActivity } from './incoming-activity.ts';
import type { Claims } from './tokens.ts';

/** Messages of one conversation that may wait for the bot; more than anybody types while it answers one. */
const MOST_WAITING = 20;
/** Far more than a person types, and less than a flood. */
const MOST_A_MINUTE = 300;
/** Far beyond any talk of a family; a machine must not fill the disk through one token. */
const MOST_ACTIVITIES = 10_000;

/**
 * Takes one activity from a client and gives back the id it is stored under, once it is stored. The same
 * client id again, also at the same instant, gives the same id and wakes nobody.
 *
 * @throws ProblemError
 */
export function activityTaker(
  { storage, metrics, clock, newId, feed }: DirectLineDeps,
  lock: KeyedLock,
  turn: DirectLineTurn,
): (claims: Claims, body: unknown) => Promise<string> {
  const limit = rateLimit(clock, MOST_A_MINUTE, 60_000);
  const waiting = new Map<string, number>();
  const inTurn = async (conv: string, work: () => Promise<string>) => {
    const before = waiting.get(conv) ?? 0;
    if (before >= MOST_WAITING) throw new ProblemError('TooManyRequests');
    waiting.set(conv, before + 1);
    try {
      return await lock(conv, work);
    } finally {
      const left = (waiting.get(conv) ?? 1) - 1;
      if (left > 0) waiting.set(conv, left);
      else waiting.delete(conv);
    }
  };
  return async ({ conv, user }, body) => {
    if (!limit.allows(conv)) throw new ProblemError('TooManyRequests');
    const { activity, clientId } = incomingActivity(body, conv, user);
    return inTurn(conv, async () => {
      const { row, known, last } = await storage.read(async (tx) => ({
        row: await tx.conversation(conv),
        known: clientId === null ? null : await tx.activityByClientId(conv, clientId),
        last: await tx.lastSeq(conv),
      }));
      if (row === null) throw new ProblemError('ConversationNotFound');
      if (known !== null) {
        metrics.turn('directline', 'repeated', 0);
        return String(known.activity.id);
      }
      if (row.ended || last >= MOST_ACTIVITIES) throw new ProblemError('ConversationEnded');
      if (activity.type === 'typing')
        feed.publish({ type: 'typing', conversationId: conv, who: 'family', name: '' });
      // The bot has no use for these, and they are worth nothing later; clients still read an id.
      if (activity.type === 'typing' || (activity.type === 'event' && readRating(activity) === null)) {
        return `${conv}|${activity.type}-${newId()}`;
      }
      const { council, channel } = row;
      const taken = await turn({
        conversationId: conv,
        council,
        channel,
        activity,
        clientId,
        opening: false,
      });
      return taken.id;
    });
  };
}
