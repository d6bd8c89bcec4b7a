import type { StaffAnswer } from '../../../staff/answer-staff.ts';
import type { CaseDeps } from '../../../staff/cards/case-lines.ts';
import type { StorageWork } from '../../../storage/storage.ts';
import { activityItem } from '../activity-item.ts';
import { type ChannelActivity, ownNames } from '../channel-activity.ts';
import { channelName, referenceTo } from '../reference.ts';
import { postHere, stopPosting } from './addresses.ts';
import { postWaiting } from './post-waiting.ts';
import { cardActivity, staffActivity } from './staff-items.ts';

/** Everything that is said goes through the outbox, kept with the turn, and leaves in this order. */
export async function postAnswer(
  tx: StorageWork,
  activity: ChannelActivity,
  { replies, post }: StaffAnswer,
  { scope, councils }: { readonly scope: 'personal' | 'channel'; readonly councils: readonly string[] },
  deps: CaseDeps,
  now: Date,
): Promise<void> {
  const alone = scope === 'personal';
  const to = alone ? ownNames(activity).conversationId : channelName(referenceTo(activity), null);
  const where = { of: null, name: null, now, thread: alone ? null : activity.conversation.id };
  await tx.addToOutbox(replies.map((reply) => activityItem(to, staffActivity(reply), where)));
  if (post?.type === 'stop') await stopPosting(tx, activity, councils);
  if (post?.type !== 'here') return;
  const place = await postHere(tx, activity, post.council, now);
  const cards = await postWaiting(tx, post.council, deps, now);
  await tx.addToOutbox(
    cards.map(({ card, name }) => activityItem(place, cardActivity(card), { of: null, name, now })),
  );
}
