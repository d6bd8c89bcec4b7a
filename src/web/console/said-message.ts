import { z } from 'zod';
import { REPEATS_STATUS } from '../../channels/utterance-activities.ts';
import type { StoredActivity } from '../../storage/storage.ts';
import type { SaidMessage } from './api.ts';

const Activity = z.object({
  type: z.enum(['message', 'endOfConversation']),
  text: z.string().nullish(),
  timestamp: z.coerce.date(),
  from: z.object({ name: z.string().nullish() }).nullish(),
  entities: z.array(z.object({ type: z.string().optional() })).nullish(),
  channelData: z.unknown().optional(),
});
const OwnId = z.object({ clientActivityID: z.string() });

/** A stored activity as an adviser reads it; null for what nobody said, such as a rating. */
export function saidMessage({ seq, from, activity }: StoredActivity): SaidMessage | null {
  const read = Activity.safeParse(activity);
  if (!read.success) return null;
  const { type, text, timestamp, from: sender, entities, channelData } = read.data;
  const at = timestamp.toISOString();
  if (type === 'endOfConversation') {
    return { seq, who: 'notice', name: 'Signpost', text: 'This conversation has ended.', at, clientId: null };
  }
  if (!text) return null;
  switch (from) {
    case 'user':
      return { seq, who: 'family', name: 'Family', text, at, clientId: null };
    case 'adviser': {
      const own = OwnId.safeParse(channelData);
      const clientId = own.success ? own.data.clientActivityID : null;
      return { seq, who: 'adviser', name: sender?.name ?? 'An adviser', text, at, clientId };
    }
    case 'bot': {
      const notice = entities?.some((one) => one.type === REPEATS_STATUS) === true;
      return { seq, who: notice ? 'notice' : 'bot', name: 'Signpost', text, at, clientId: null };
    }
  }
}
