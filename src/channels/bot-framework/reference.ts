/** Where a conversation can be reached without waiting for its next message; kept without anybody's name. */

import { z } from 'zod';
import { shortHash } from '../../shared/short-hash.ts';
import type { ChannelActivity } from './channel-activity.ts';

export const StoredReference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  bot: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.literal('') }),
  conversation: z.object({
    id: z.string(),
    name: z.literal(''),
    isGroup: z.boolean(),
    conversationType: z.string(),
    tenantId: z.string().optional(),
  }),
});
export type StoredReference = z.infer<typeof StoredReference>;

const Conversation = z.object({
  id: z.string(),
  isGroup: z.boolean().nullish(),
  conversationType: z.string().nullish(),
  tenantId: z.string().nullish(),
});

/** The address of the activity's conversation: a channel itself, when it was written in one of its threads. */
export function referenceTo(activity: ChannelActivity): StoredReference {
  const { id, isGroup, conversationType, tenantId } = Conversation.parse(activity.conversation);
  return {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    bot: { id: activity.recipient.id, name: 'Signpost' },
    user: { id: activity.from.id, name: '' },
    conversation: {
      id: withoutThread(id),
      name: '',
      isGroup: isGroup ?? false,
      conversationType: conversationType ?? 'personal',
      ...(tenantId === undefined || tenantId === null ? {} : { tenantId }),
    },
  };
}

/** Teams names a thread by its channel and the message that opened it. */
function withoutThread(id: string): string {
  return id.replace(/;messageid=.*$/, '');
}

/** Our name for a channel of a team: as a place to answer in, or as the place where a council's cases are posted. */
export function channelName({ channelId, conversation }: StoredReference, council: string | null): string {
  const parts = JSON.stringify([channelId, conversation.id, council]);
  return `bf-${shortHash(parts)}`;
}
