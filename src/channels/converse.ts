import type { Activity } from 'botbuilder';
import type { Converse, Utterance } from '../handoff/converse.ts';
import type { Feed } from '../handoff/feed.ts';
import type { Clock } from '../shared/clock.ts';
import { ProblemError } from '../shared/problem.ts';
import { shortHash } from '../shared/short-hash.ts';
import type { NewActivity, Storage } from '../storage/storage.ts';
import { activityId } from './activity-id.ts';
import { activityItem } from './bot-framework/activity-item.ts';
import type { KeyedLock } from './keyed-lock.ts';
import { REPEATS_STATUS, utteranceActivities } from './utterance-activities.ts';

export interface ConverseDeps {
  readonly storage: Storage;
  readonly clock: Clock;
  /** The one that turns of the same conversation take. */
  readonly lock: KeyedLock;
  readonly feed: Feed;
}

/**
 * Speaks in a conversation outside any turn. Clients of this server read on from storage; for the channels of
 * the Bot Framework what is said goes to the outbox in the same transaction.
 */
export function createConverse({ storage, clock, lock, feed }: ConverseDeps): Converse {
  return (conversationId, work) =>
    lock(conversationId, async () => {
      const result = await storage.transaction(async (tx) => {
        const row = await tx.conversation(conversationId);
        if (row === null) throw new ProblemError('ConversationNotFound');
        const done = await work(tx);
        const now = clock.now();
        const said = done.say.flatMap((one) =>
          utteranceActivities(one, conversationId).map((activity, index) => ({
            activity,
            from: one.type === 'message' ? ('adviser' as const) : ('bot' as const),
            clientId: index === 0 ? clientIdOf(one) : null,
          })),
        );
        await tx.append(
          conversationId,
          said.map(
            ({ activity, from, clientId }, index): NewActivity => ({
              clientId,
              from,
              // Clients sort by time.
              build: (seq) => kept(activity, conversationId, seq, new Date(now.getTime() + index)),
            }),
          ),
        );
        if (row.channel === 'bot-framework') {
          const messages = said.map(({ activity }) => activity).filter(({ type }) => type === 'message');
          await tx.addToOutbox(
            messages.map((message) =>
              activityItem(conversationId, named(message), { of: conversationId, name: null, now }),
            ),
          );
        }
        return done.result;
      });
      feed.publish({ type: 'said', conversationId });
      return result;
    });
}

/** An adviser's command id is another kind of id than a family's client gives, so the two can never be the same. */
function clientIdOf(utterance: Utterance): string | null {
  if (utterance.type !== 'message' || utterance.clientId === null) return null;
  return shortHash(`adviser|${utterance.clientId}`);
}

function kept(activity: Partial<Activity>, conversationId: string, seq: number, timestamp: Date) {
  return {
    ...activity,
    id: activityId(conversationId, seq),
    timestamp,
    conversation: { id: conversationId },
    channelId: 'directline',
  };
}

/** In a channel every message comes from the bot, so an adviser's says whose words it holds. */
function named({ from, entities, ...message }: Partial<Activity>): Partial<Activity> {
  const rest = (entities ?? []).filter(({ type }) => type !== REPEATS_STATUS);
  const text = from?.id === 'adviser' ? `**${from.name}:** ${message.text ?? ''}` : message.text;
  return { ...message, text: text ?? '', ...(rest.length > 0 ? { entities: rest } : {}) };
}
