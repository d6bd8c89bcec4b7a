/** The turn: memory in, replies out, and one function that writes what changed. */
import type { TurnContext } from 'botbuilder';
import type { Conversation } from '../../dialogs/conversation.ts';
import { cleaned } from '../../dialogs/input.ts';
import { type Effect, emptyMemory, Memory, putMind } from '../../dialogs/memory.ts';
import type { Feed } from '../handoff/feed.ts';
import { sendCode, sendCopy } from '../handoff/records/send-copy.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { stateKey } from '../storage/state-key.ts';
import type { Storage, Versioned } from '../storage/storage.ts';
import type { Bot } from './bot.ts';
import { channelFactsOf } from './channel-facts.ts';
import { casesIn, type HandoffDeps, keepHandoff } from './keep-handoff.ts';

export interface BotDeps {
  readonly conversation: Conversation;
  readonly storage: Storage;
  readonly log: Log;
  readonly clock: Clock;
  readonly handoff: HandoffDeps;
  readonly feed: Feed;
  /** Another engagement hub takes the cases of Bot Framework channels. */
  readonly hub?: boolean;
}

export function createBot({ conversation, storage, log, clock, handoff, feed, hub = false }: BotDeps): Bot {
  return {
    async onTurn(context: TurnContext) {
      // A browser that calls itself American would turn 5 June into 6 May.
      context.activity.locale = 'en-GB';
      const { id } = context.activity.conversation;
      const key = stateKey(id, 'memory');
      const { saved, rows } = await storage.read(async (tx) => ({
        saved: await tx.state(key),
        rows: await tx.casesOf(id),
      }));
      const { channel, council } = channelFactsOf(context);
      const effects: Effect[] = [];
      const mind = {
        memory: restore(saved, council, log),
        // Whoever asked to be forgotten is met as if they had never been here.
        handoff: {
          ...(saved === null ? { open: null, last: null } : casesIn(rows)),
          hub: hub && channel === 'bot-framework',
        },
        effects,
      };
      putMind(context, mind);
      await conversation.respond(context);

      return async (tx) => {
        const text = cleaned(context.activity.text ?? '');
        const turn = {
          conversationId: id,
          rows,
          effects,
          situation: mind.memory.situation,
          text,
          now: clock.now(),
        };
        const hints = await keepHandoff(tx, handoff, turn);
        const committed = () => {
          for (const hint of hints) feed.publish(hint);
        };
        const forgotten = effects.some(({ type }) => type === 'forget');
        if (forgotten) {
          await tx.forgetConversation(id);
          return { forgotten, committed };
        }
        for (const effect of effects) {
          const sending = { conversationId: id, now: clock.now() };
          if (effect.type === 'count-correction') {
            await tx.countCorrection(effect.label, effect.from, effect.to);
          } else if (effect.type === 'send-code') {
            await sendCode(tx, { ...effect, ...sending });
          } else if (effect.type === 'send-copy') {
            await sendCopy(tx, { ...effect, ...sending });
          }
        }
        await tx.saveState(key, mind.memory, saved?.version ?? 0);
        return { forgotten, committed };
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
