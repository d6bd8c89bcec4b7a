/** The turn: memory in, replies out, and one function that writes what changed. */
import type { TurnContext } from 'botbuilder';
import type { Conversation } from '../../dialogs/conversation.ts';
import { type Effect, emptyMemory, Memory, putMind } from '../../dialogs/memory.ts';
import type { Log } from '../shared/log.ts';
import { stateKey } from '../storage/state-key.ts';
import type { Storage, StorageWork, Versioned } from '../storage/storage.ts';
import type { Bot } from './bot.ts';
import { channelFactsOf } from './channel-facts.ts';

export interface BotDeps {
  readonly conversation: Conversation;
  readonly storage: Storage;
  readonly log: Log;
}

export function createBot({ conversation, storage, log }: BotDeps): Bot {
  return {
    async onTurn(context: TurnContext) {
      // A browser that calls itself American would turn 5 June into 6 May.
      context.activity.locale = 'en-GB';
      const { id } = context.activity.conversation;
      const key = stateKey(id, 'memory');
      const saved = await storage.read((tx) => tx.state(key));
      const mind = { memory: restore(saved, channelFactsOf(context).council, log), effects: [] as Effect[] };
      putMind(context, mind);
      await conversation.respond(context);

      return async (tx) => {
        const forgotten = mind.effects.some(({ type }) => type === 'forget');
        if (forgotten) {
          await tx.forgetConversation(id);
          return { forgotten };
        }
        for (const effect of mind.effects) await carryOut(effect, id, tx);
        await tx.saveState(key, mind.memory, saved?.version ?? 0);
        return { forgotten };
      };
    },
  };
}

/** Memory of an older release that no longer fits is dropped: the conversation starts afresh instead of failing. */
function restore(saved: Versioned<unknown> | null, council: string | null, log: Log): Memory {
  if (saved === null) return emptyMemory(council);
  const memory = Memory.safeParse(saved.value);
  if (memory.success) return memory.data;
  log.warn({ code: 'MemoryUnreadable' }, 'a stored memory did not fit and was started afresh');
  return emptyMemory(council);
}

async function carryOut(effect: Effect, conversationId: string, tx: StorageWork): Promise<void> {
  switch (effect.type) {
    case 'leave-message':
      return tx.leaveMessage({ ...effect.message, conversationId });
    case 'count-correction':
      return tx.countCorrection(effect.label, effect.from, effect.to);
    case 'forget':
    case 'go-back':
      return;
  }
}
