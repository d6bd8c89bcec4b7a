import type { Case } from '../../../handoff/case.ts';
import type { StaffReply } from '../../../staff/reply.ts';
import type { StorageWork } from '../../../storage/storage.ts';
import { activityItem } from '../activity-item.ts';
import { staffActivity } from './staff-items.ts';

export interface TellOptions {
  /** Of a message that later ones take the place of. */
  readonly name: string | null;
  /** The family's conversation that it tells of; null when it holds nothing of the family's. */
  readonly deletedWith: string | null;
  readonly now: Date;
}

/** Says something of a case in the own chat of an adviser who may still see it. */
export async function tellAdviser(
  tx: StorageWork,
  adviserId: string,
  of: Case,
  replies: readonly StaffReply[],
  { name, deletedWith, now }: TellOptions,
): Promise<void> {
  const row = await tx.adviser(adviserId);
  const place = await tx.referenceOfAdviser(adviserId);
  // Who was struck off while a case was theirs reads no further word of it.
  if (row === null || row.disabled || !row.councils.includes(of.council) || place === null) return;
  const options = { of: deletedWith, name, final: isEnded(of), now };
  await tx.addToOutbox(
    replies.map((reply) => activityItem(place.conversationId, staffActivity(reply), options)),
  );
}

/** Nothing will happen to it any more. */
export function isEnded({ status }: Case): boolean {
  return status.state === 'closed' || status.state === 'abandoned';
}
