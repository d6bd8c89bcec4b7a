import { type Activity, ActivityTypes } from 'botbuilder';
import type { StorageWork } from '../../storage/storage.ts';
import { type TakenTurn, type TurnDeps, takeTurn } from '../take-turn.ts';
import { type ChannelActivity, type OwnNames, withOwnNames } from './channel-activity.ts';
import { referenceTo } from './reference.ts';

/**
 * One turn of a Bot Framework conversation, kept before anything is sent. The caller holds its lock.
 *
 * @returns the replies to send; null when this activity was handled before or is none of the bot's
 * @throws ProblemError
 */
export async function channelTurn(
  deps: TurnDeps,
  activity: ChannelActivity,
  names: OwnNames,
  typing: () => void,
): Promise<TakenTurn | null> {
  const { conversationId, userId, clientId } = names;
  const opening = activity.type === ActivityTypes.ConversationUpdate;
  if (
    !opening &&
    activity.type !== ActivityTypes.Message &&
    activity.type !== ActivityTypes.EndOfConversation
  ) {
    return null;
  }
  const handled = await deps.storage.transaction(async (tx) => {
    const row = await tx.conversation(conversationId);
    const now = deps.clock.now();
    if (row === null) await begin(tx, conversationId, userId, now);
    // Before the turn: one that ends in forgetting takes the address with it.
    await tx.saveReference({
      conversationId,
      kind: 'person',
      council: null,
      adviserId: null,
      reference: referenceTo(activity),
      updatedAt: now,
    });
    if (opening) return row?.started === true;
    return clientId !== null && (await tx.activityByClientId(conversationId, clientId)) !== null;
  });
  if (handled) return null;
  return takeTurn(deps, {
    conversationId,
    facts: { channel: 'bot-framework', council: null },
    activity: withOwnNames(activity, names),
    clientId,
    keepActivity: !opening,
    typing,
    ...(opening ? { also: (tx) => tx.markStarted(conversationId) } : {}),
  });
}

function begin(tx: StorageWork, id: string, userId: string, createdAt: Date): Promise<void> {
  const rest = { council: null, userId, createdAt, started: false, ended: false };
  return tx.createConversation({ id, channel: 'bot-framework', ...rest });
}

/** A reply without what we call things: the channel's own names are put back when it is sent. */
export function forChannel(reply: Partial<Activity>): Partial<Activity> {
  const { id, timestamp, conversation, from, recipient, replyToId, serviceUrl, channelId, locale, ...said } =
    reply;
  return said;
}
