/** The addresses of staff's conversations: kept when they write, for what is to be said later. */
import type { AdviserRow } from '../../../storage/contract/advisers.ts';
import type { StorageWork } from '../../../storage/storage.ts';
import { type ChannelActivity, ownNames } from '../channel-activity.ts';
import { channelName, referenceTo } from '../reference.ts';

/** Brings up to date where an adviser's chat is, or a channel and each council that is posted there. */
export async function refreshAddresses(
  tx: StorageWork,
  activity: ChannelActivity,
  scope: 'personal' | 'channel',
  adviser: AdviserRow,
  now: Date,
): Promise<void> {
  const reference = referenceTo(activity);
  const row = { reference, updatedAt: now };
  if (scope === 'personal') {
    const { conversationId } = ownNames(activity);
    await tx.saveReference({ ...row, conversationId, kind: 'person', council: null, adviserId: adviser.id });
    return;
  }
  const here = channelName(reference, null);
  await tx.saveReference({ ...row, conversationId: here, kind: 'channel', council: null, adviserId: null });
  for (const council of adviser.councils) {
    const conversationId = channelName(reference, council);
    if ((await tx.reference(conversationId)) === null) continue;
    await tx.saveReference({ ...row, conversationId, kind: 'channel', council, adviserId: null });
  }
}

/** From now on the council's cases are posted in this channel. @returns where */
export async function postHere(
  tx: StorageWork,
  activity: ChannelActivity,
  council: string,
  now: Date,
): Promise<string> {
  const reference = referenceTo(activity);
  const conversationId = channelName(reference, council);
  const row = { conversationId, kind: 'channel' as const, council, adviserId: null, reference };
  await tx.saveReference({ ...row, updatedAt: now });
  return conversationId;
}

/** No cases of these councils are posted in this channel any more. */
export async function stopPosting(
  tx: StorageWork,
  activity: ChannelActivity,
  councils: readonly string[],
): Promise<void> {
  const reference = referenceTo(activity);
  for (const council of councils) await tx.deleteReference(channelName(reference, council));
}

/** The bot is no longer here: neither alone with somebody nor in a channel. */
export async function leave(
  tx: StorageWork,
  activity: ChannelActivity,
  councils: readonly string[],
): Promise<void> {
  await tx.deleteReference(ownNames(activity).conversationId);
  await tx.deleteReference(channelName(referenceTo(activity), null));
  await stopPosting(tx, activity, councils);
}
