import type { Activity } from 'botbuilder';
import type { Clock } from '../../shared/clock.ts';
import type { Storage } from '../../storage/storage.ts';
import { activityId } from '../activity-id.ts';
import type { KeyedLock } from '../keyed-lock.ts';
import type { SocketHub } from './socket-hub.ts';

export interface Delivery {
  readonly from: 'bot' | 'adviser';
  readonly activity: Partial<Activity>;
}

/**
 * Says something in a conversation outside any turn: kept first, then pushed. Typing is only pushed, in the
 * name of whoever types.
 * Must not be awaited inside a turn of the same conversation: it waits for that turn to end.
 */
export type Deliver = (conversationId: string, activities: readonly Delivery[]) => Promise<void>;

const BOT = { id: 'signpost', name: 'Signpost', role: 'bot' };

/** @returns a function that throws ProblemError ConversationNotFound or StorageUnavailable */
export function deliverer(storage: Storage, clock: Clock, lock: KeyedLock, hub: SocketHub): Deliver {
  return (conversationId, activities) =>
    lock(conversationId, async () => {
      const timestamp = clock.now();
      const common = { timestamp, conversation: { id: conversationId }, channelId: 'directline' };
      for (const { activity } of activities) {
        if (activity.type === 'typing') hub.typing(conversationId, { from: BOT, ...activity, ...common });
      }
      const lasting = activities.filter(({ activity }) => activity.type !== 'typing');
      if (lasting.length === 0) return;
      await storage.transaction(async (tx) => {
        const added = lasting.map(({ from, activity }) => ({
          clientId: null,
          from,
          build: (seq: number) => ({
            from: BOT,
            ...activity,
            ...common,
            id: activityId(conversationId, seq),
          }),
        }));
        await tx.append(conversationId, added);
        if (lasting.some(({ activity }) => activity.type === 'endOfConversation')) {
          await tx.markEnded(conversationId);
        }
      });
      hub.added(conversationId);
    });
}
