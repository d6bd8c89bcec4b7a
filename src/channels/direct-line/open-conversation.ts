import type { Activity } from 'botbuilder';
import type { ConversationRow } from '../../storage/storage.ts';
import type { KeyedLock } from '../keyed-lock.ts';
import type { DirectLineDeps } from './deps.ts';
import type { DirectLineTurn } from './direct-line-turn.ts';
import type { Claims } from './tokens.ts';

export type OpenConversation = (claims: Claims, channel?: ConversationRow['channel']) => Promise<boolean>;

/**
 * Makes the conversation that a token names, and has the bot greet. Both happen once, however often it
 * is asked for. A greeting that fails is no reason to turn a family away: they can write all the same,
 * and the next opening greets again.
 *
 * @returns whether this call was the first
 */
export function conversationOpener(
  { storage, clock, log }: DirectLineDeps,
  lock: KeyedLock,
  turn: DirectLineTurn,
): OpenConversation {
  return (claims, channel = 'directline') =>
    lock(claims.conv, async () => {
      const { conv: id, user: userId, council } = claims;
      const existing = await storage.transaction(async (tx) => {
        const row = await tx.conversation(id);
        const createdAt = clock.now();
        if (row === null) {
          const started = false;
          const ended = false;
          await tx.createConversation({
            id,
            channel,
            council,
            userId,
            createdAt,
            started,
            ended,
          });
        }
        return row;
      });
      if (existing?.started === true || existing?.ended === true) return false;
      const user = { id: userId, name: '', role: 'user' };
      const bot = { id: 'signpost', name: 'Signpost', role: 'bot' };
      const opening: Partial<Activity> = {
        type: 'conversationUpdate',
        membersAdded: [bot, user],
        from: user,
        recipient: bot,
        conversation: { id, isGroup: false, name: '', conversationType: 'personal' },
        channelId: 'directline',
        serviceUrl: 'urn:signpost:directline',
        locale: 'en-GB',
      };
      try {
        await turn({
          conversationId: id,
          council,
          channel,
          activity: opening,
          clientId: null,
          opening: true,
        });
      } catch (err) {
        log.error({ err }, 'a conversation was opened without a greeting');
      }
      return existing === null;
    });
}
