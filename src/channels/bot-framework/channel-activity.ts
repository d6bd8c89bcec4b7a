import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { shortHash } from '../../shared/short-hash.ts';

const Account = z.looseObject({ id: z.string().min(1).max(1_000) });
const Attachment = z.looseObject({ contentType: z.string().nullish(), name: z.string().nullish() });
/** Somebody named in the text, and the words that name them. Entities of other shapes are passed over. */
const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** What a Bot Framework channel posts, as far as we rely on it. Some write null for what they leave out. */
export const ChannelActivity = z.looseObject({
  type: z.string().min(1),
  id: z.string().min(1).max(1_000).nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string(),
  conversation: Account,
  from: Account,
  recipient: Account,
  text: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(Attachment).nullish(),
  membersAdded: z.array(Account).nullish(),
});
export type ChannelActivity = z.infer<typeof ChannelActivity>;

export interface OwnNames {
  readonly conversationId: string;
  readonly userId: string;
  readonly clientId: string | null;
}

/**
 * Our names for a channel's conversation, person and activity. The channels' own are long, and say who
 * somebody is; a hash tells two apart just as well.
 */
export function ownNames({ channelId, conversation, from, id }: ChannelActivity): OwnNames {
  const name = (...parts: string[]) => shortHash(JSON.stringify(parts));
  return {
    conversationId: `bf-${name(channelId, conversation.id)}`,
    userId: `bf-${name(channelId, from.id)}`,
    clientId: id === undefined || id === null ? null : name(channelId, id),
  };
}

/** The activity as the bot sees it and as it is kept: what was said, and nothing about who said it. */
export function withOwnNames(
  activity: ChannelActivity,
  { conversationId, userId }: OwnNames,
): Partial<Activity> {
  const { type, channelId, recipient, value, membersAdded, attachments } = activity;
  return {
    type,
    channelId,
    text: withoutMention(activity),
    ...(value === undefined ? {} : { value }),
    ...(membersAdded ? { membersAdded: membersAdded.map(({ id }) => ({ id, name: '' })) } : {}),
    // Teams repeats every message as an HTML attachment, which is no picture to apologise for.
    attachments: (attachments ?? [])
      .filter(({ contentType }) => contentType !== 'text/html')
      .map(({ contentType, name }) => ({ contentType: contentType ?? '', ...(name ? { name } : {}) })),
    from: { id: userId, name: '', role: 'user' },
    recipient: { id: recipient.id, name: 'Signpost', role: 'bot' },
    conversation: { id: conversationId, isGroup: false, name: '', conversationType: 'personal' },
    serviceUrl: 'urn:signpost:bot-framework',
    locale: 'en-GB',
  };
}

/** "@Signpost they said no" in a team's channel is "they said no". */
function withoutMention({ text, entities, recipient }: ChannelActivity): string {
  let said = text ?? '';
  for (const entity of entities ?? []) {
    const mention = Mention.safeParse(entity);
    if (mention.success && mention.data.mentioned.id === recipient.id)
      said = said.replace(mention.data.text, '');
  }
  return said.trim();
}
