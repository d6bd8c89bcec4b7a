import { ActivityTypes } from 'botbuilder';
import type { Bot } from '../../../src/bot/bot.ts';
import { stateKey } from '../../../src/storage/state-key.ts';
import type { Storage } from '../../../src/storage/storage.ts';

export interface EchoBot extends Bot {
  /** Each entry is thrown by one turn, oldest first. */
  readonly failures: Error[];
  /** Runs once, between the bot's decision and its writing. */
  meanwhile: (() => Promise<void>) | null;
  /** When each message's turn began and ended, in that order. */
  readonly turns: string[];
  /** The locale of each activity, as the bot saw it. */
  readonly locales: (string | undefined)[];
}

/** A small whole bot: counts messages in storage, greets, echoes, ends and forgets. */
export function echoBot(storage: Storage): EchoBot {
  const bot: EchoBot = {
    turns: [],
    failures: [],
    meanwhile: null,
    locales: [],
    async onTurn(context) {
      const { activity } = context;
      bot.locales.push(activity.locale);
      const failure = bot.failures.shift();
      if (failure) throw failure;
      const key = stateKey(activity.conversation.id, 'count');
      const before = await storage.transaction((tx) => tx.state(key));
      const count = (typeof before?.value === 'number' ? before.value : 0) + 1;
      if (activity.type === ActivityTypes.ConversationUpdate) {
        await context.sendActivity('hello');
        return async () => ({ forgotten: false });
      }
      if (activity.text === 'forget') {
        await context.sendActivity('deleted');
        return async (tx) => {
          await tx.forgetConversation(activity.conversation.id);
          return { forgotten: true };
        };
      }
      await context.sendActivity({ type: ActivityTypes.Typing });
      await context.sendActivity(`${count}: ${activity.text}`);
      if (activity.text === 'bye') await context.sendActivity({ type: ActivityTypes.EndOfConversation });
      bot.turns.push(`${activity.text} begins`);
      const { meanwhile } = bot;
      bot.meanwhile = null;
      await meanwhile?.();
      bot.turns.push(`${activity.text} ends`);
      return async (tx) => {
        await tx.saveState(key, count, before?.version ?? 0);
        return { forgotten: false };
      };
    },
  };
  return bot;
}
