import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { Bot } from '../bot/bot.ts';
import { type ChannelFacts, putChannelFacts } from '../bot/channel-facts.ts';
import type { Clock } from '../shared/clock.ts';
import { ProblemError } from '../shared/problem.ts';
import { type NewActivity, type Storage, type StorageWork, VersionConflict } from '../storage/storage.ts';
import { activityId } from './activity-id.ts';
import { CollectingAdapter } from './collecting-adapter.ts';

/** How often a turn is decided again when somebody else changed the state under it. */
const ATTEMPTS = 3;

export interface Turn {
  /** The id that storage knows the conversation by; the bot sees no other. */
  readonly conversationId: string;
  readonly facts: ChannelFacts;
  /** The activity as the bot is to see it; its id and timestamp are given here. */
  readonly activity: Partial<Activity>;
  /** Already a hash: it is kept also when the family asks to be forgotten. */
  readonly clientId: string | null;
  /** False for an activity that nobody is to see again, such as the opening of a conversation. */
  readonly keepActivity: boolean;
  /** Written together with the turn. */
  readonly also?: (tx: StorageWork) => Promise<void>;
  readonly typing: () => void;
}

export interface TakenTurn {
  /** The id that the user's activity was stored under. */
  readonly id: string;
  readonly replies: readonly Partial<Activity>[];
}

export interface TurnDeps {
  readonly storage: Storage;
  readonly bot: Bot;
  readonly clock: Clock;
}

/**
 * Runs the bot on one activity and keeps the activity, the replies and what the bot changed in one
 * transaction. The caller holds the conversation's lock.
 *
 * @throws ProblemError BotRejectedActivity when the bot fails (nothing is kept), StorageUnavailable
 */
export async function takeTurn(deps: TurnDeps, turn: Turn): Promise<TakenTurn> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await decideAndKeep(deps, turn);
    } catch (error) {
      if (error instanceof VersionConflict && attempt < ATTEMPTS) continue;
      if (error instanceof ProblemError && error.code === 'StorageUnavailable') throw error;
      throw new ProblemError('BotRejectedActivity', { cause: error });
    }
  }
}

async function decideAndKeep({ storage, bot, clock }: TurnDeps, turn: Turn): Promise<TakenTurn> {
  const { conversationId } = turn;
  const last = await storage.read((tx) => tx.lastSeq(conversationId));
  const firstReply = last + (turn.keepActivity ? 2 : 1);
  const id = activityId(conversationId, last + 1);
  const adapter = new CollectingAdapter(
    (index) => activityId(conversationId, firstReply + index),
    turn.typing,
  );
  const timestamp = clock.now();
  // The bot gets its own copy: what it changes there must not reach a second attempt or the history.
  const context = new TurnContext(adapter, { id, timestamp, ...structuredClone(turn.activity) });
  putChannelFacts(context, turn.facts);
  const commit = await bot.onTurn(context);

  const said = { ...turn.activity, id, timestamp };
  const committed = await storage.transaction(async (tx) => {
    // The ids are already known to the bot, so a place taken in between means deciding again.
    if ((await tx.lastSeq(conversationId)) !== last) throw new VersionConflict();
    const { forgotten, committed } = await commit(tx);
    const kept: NewActivity[] = [];
    if (turn.keepActivity) {
      kept.push({
        clientId: turn.clientId,
        from: 'user',
        build: () => (forgotten ? forgottenActivity(said) : said),
      });
    }
    for (const [index, reply] of adapter.replies.entries()) {
      // Clients sort by time, and a reply in the same millisecond would come before its question.
      const activity = { ...reply, timestamp: new Date(timestamp.getTime() + 1 + index) };
      kept.push({ clientId: null, from: 'bot', build: () => activity });
    }
    await tx.append(conversationId, kept);
    const ends = [turn.activity, ...adapter.replies].some(
      (one) => one.type === ActivityTypes.EndOfConversation,
    );
    if (ends) await tx.markEnded(conversationId);
    await turn.also?.(tx);
    return committed;
  });
  committed?.();
  return { id, replies: adapter.replies };
}

/**
 * Stands in the place of what the family asked to forget, so that sending it again is still known as a
 * repeat by its client id. Holds none of their words, nor of their client's.
 */
function forgottenActivity(said: Partial<Activity>): Record<string, unknown> {
  const { id, timestamp, from, conversation, channelId } = said;
  return {
    type: ActivityTypes.Event,
    name: 'forgotten',
    id,
    timestamp,
    from,
    conversation,
    channelId,
  };
}
