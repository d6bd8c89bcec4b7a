/** An activity that waits in the outbox for a Bot Framework channel. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { NewOutboxItem } from '../../storage/contract/outbox.ts';

export const ActivityItem = z.object({
  /** Our own id of the conversation; where it is, the stored reference says at the time of sending. */
  to: z.string(),
  activity: z.looseObject({ type: z.string() }),
  /** The message is kept in mind under this name, so that a later one can take its place (a card in a channel). */
  name: z.string().nullable(),
  /** Nothing will take its place: the name need not be kept in mind any more. */
  final: z.boolean().default(false),
  /** The channel's own id of the thread to answer in; null for a message of its own. */
  thread: z.string().nullable().default(null),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

/** @param of the family's conversation that it tells of: what waits is deleted with it */
export function activityItem(
  to: string,
  activity: Partial<Activity>,
  {
    of,
    name,
    now,
    thread = null,
    final = false,
  }: {
    readonly of: string | null;
    readonly name: string | null;
    readonly now: Date;
    readonly thread?: string | null;
    readonly final?: boolean;
  },
): NewOutboxItem {
  return {
    lane: `bf|${to}`,
    kind: 'activity',
    payload: { to, activity, name, thread, final },
    conversationId: of,
    createdAt: now,
  };
}
