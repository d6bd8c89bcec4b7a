import type { Activity } from 'botbuilder';
import type { ConversationRow } from '../../storage/storage.ts';
import { readRating } from '../rating.ts';
import { type TakenTurn, takeTurn } from '../take-turn.ts';
import type { DirectLineDeps } from './deps.ts';
import type { SocketHub } from './socket-hub.ts';

export type DirectLineTurn = (turn: {
  readonly conversationId: string;
  readonly council: string | null;
  readonly channel: ConversationRow['channel'];
  readonly activity: Partial<Activity>;
  readonly clientId: string | null;
  /** The bot's chance to greet: the activity itself is not kept, and the conversation is marked started. */
  readonly opening: boolean;
}) => Promise<TakenTurn>;

/** One turn of a Direct Line conversation: kept first, then pushed, counted and timed. */
export function directLineTurn(deps: DirectLineDeps, hub: SocketHub): DirectLineTurn {
  return async ({ conversationId, council, channel, activity, clientId, opening }) => {
    const began = deps.clock.now().getTime();
    const seconds = () => (deps.clock.now().getTime() - began) / 1000;
    try {
      const taken = await takeTurn(deps, {
        conversationId,
        facts: { channel, council },
        activity,
        clientId,
        keepActivity: !opening,
        typing: () => hub.typing(conversationId, botTyping(conversationId, deps.clock.now())),
        ...(opening ? { also: (tx) => tx.markStarted(conversationId) } : {}),
      });
      deps.feed.publish({ type: 'said', conversationId });
      deps.metrics.turn(channel, 'answered', seconds());
      const rating = readRating(activity);
      if (rating !== null) deps.metrics.rating(rating.about, rating.helped);
      return taken;
    } catch (err) {
      deps.metrics.turn(channel, 'failed', seconds());
      deps.log.error({ err: err instanceof Error && err.cause ? err.cause : err }, 'a turn failed');
      throw err;
    }
  };
}

type TypingActivity = Record<string, unknown>;

const botTyping = (conversationId: string, timestamp: Date): TypingActivity =>
  typing({ id: 'signpost', name: 'Signpost', role: 'bot' }, conversationId, timestamp);

export const adviserTyping = (conversationId: string, name: string, timestamp: Date): TypingActivity =>
  typing({ id: 'adviser', name, role: 'bot' }, conversationId, timestamp);

function typing(from: object, conversationId: string, timestamp: Date): TypingActivity {
  return { type: 'typing', timestamp, from, conversation: { id: conversationId }, channelId: 'directline' };
}
