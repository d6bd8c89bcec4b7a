import { z } from 'zod';
import type { StaffIdentity } from '../../../staff/standing.ts';
import type { ChannelActivity } from '../channel-activity.ts';

const Guid = z.guid().toLowerCase();
const From = z.looseObject({ aadObjectId: Guid, name: z.string().nullish() });
const Conversation = z.looseObject({ tenantId: Guid.optional(), conversationType: z.string().nullish() });
const ChannelData = z.looseObject({ tenant: z.looseObject({ id: Guid }).optional() });

/**
 * Who wrote in Teams, from what the Teams service itself puts into an authenticated activity. Only its own
 * channel does so: on others the client chooses what stands there.
 */
export function identityOf(activity: ChannelActivity): StaffIdentity | null {
  if (activity.channelId !== 'msteams') return null;
  const from = From.safeParse(activity.from);
  const conversation = Conversation.safeParse(activity.conversation);
  const data = ChannelData.safeParse(activity.channelData ?? {});
  if (!from.success || !conversation.success || !data.success) return null;
  const tenants = [conversation.data.tenantId, data.data.tenant?.id].filter((one) => one !== undefined);
  const [tenant] = tenants;
  // Two that differ are no identity.
  if (tenant === undefined || tenants.some((one) => one !== tenant)) return null;
  return { tenant, objectId: from.data.aadObjectId, name: from.data.name ?? '' };
}

/** `personal` only when nobody else reads along. */
export function scopeOf(activity: ChannelActivity): 'personal' | 'channel' {
  const type = Conversation.safeParse(activity.conversation).data?.conversationType;
  return type === 'personal' ? 'personal' : 'channel';
}
