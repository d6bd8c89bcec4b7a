/** The conversation of every other channel, one person at one keyboard. */
import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Bot } from '../../bot/bot.ts';
import { putChannelFacts } from '../../bot/channel-facts.ts';
import { CollectingAdapter } from '../../bot/collecting-adapter.ts';
import type { Clock } from '../../shared/clock.ts';
import type { NewActivity, Storage } from '../../storage/storage.ts';

export interface Terminal {
  /** Opens the conversation. @returns what the bot says first */
  open(): Promise<Partial<Activity>[]>;
  /** One message of the person. @returns the replies, already stored */
  say(message: Partial<Activity>): Promise<Partial<Activity>[]>;
}

export interface TerminalDeps {
  readonly bot: Bot;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly council: string | null;
  /** Goes on with a conversation that was opened before. */
  readonly conversationId?: string;
}

export function createTerminal({ bot, storage, clock, council, conversationId }: TerminalDeps): Terminal {
  const id = conversationId ?? randomUUID();

  async function turn(activity: Partial<Activity>): Promise<Partial<Activity>[]> {
    const adapter = new CollectingAdapter();
    const context = adapter.contextFor({
      ...activity,
      id: randomUUID(),
      timestamp: clock.now(),
      channelId: 'terminal',
      from: { id: 'person', name: '' },
      recipient: { id: 'signpost', name: 'Signpost' },
      conversation: { id, isGroup: false, conversationType: 'personal', name: '' },
    });
    putChannelFacts(context, { channel: 'terminal', council });
    const commit = await bot.onTurn(context);
    await storage.transaction(async (tx) => {
      const { forgotten } = await commit(tx);
      const said = forgotten ? [] : [stored('user', context.activity)];
      await tx.append(id, [...said, ...adapter.replies.map((reply) => stored('bot', reply))]);
    });
    return adapter.replies;
  }

  return {
    async open() {
      await storage.transaction((tx) =>
        tx.createConversation({
          id,
          channel: 'terminal',
          council,
          userId: 'person',
          createdAt: clock.now(),
          started: true,
          ended: false,
        }),
      );
      return turn({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'person', name: '' }] });
    },
    say: (message) => turn({ type: ActivityTypes.Message, ...message }),
  };
}

function stored(from: 'user' | 'bot', activity: Partial<Activity>): NewActivity {
  return { clientId: null, from, build: (seq) => ({ ...activity, id: String(seq) }) };
}
