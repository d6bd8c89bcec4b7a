/** The conversation of every other channel, one person at one keyboard. */
import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';
import { type TurnDeps, takeTurn } from '../take-turn.ts';

export interface Terminal {
  /** Opens the conversation. @returns what the bot says first */
  open(): Promise<readonly Partial<Activity>[]>;
  /** One message of the person. @returns the replies, already stored */
  say(message: Partial<Activity>): Promise<readonly Partial<Activity>[]>;
}

export interface TerminalDeps extends TurnDeps {
  readonly council: string | null;
  /** Goes on with a conversation that was opened before. */
  readonly conversationId?: string;
}

const PERSON = { id: 'person', name: '' };

export function createTerminal({ council, conversationId = randomUUID(), ...deps }: TerminalDeps): Terminal {
  const turn = async (activity: Partial<Activity>, keepActivity: boolean) => {
    const taken = await takeTurn(deps, {
      conversationId,
      facts: { channel: 'terminal', council },
      activity: {
        ...activity,
        channelId: 'terminal',
        from: PERSON,
        recipient: { id: 'signpost', name: 'Signpost' },
        conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
      },
      clientId: null,
      keepActivity,
      typing: () => {},
    });
    return taken.replies;
  };
  return {
    async open() {
      await deps.storage.transaction((tx) =>
        tx.createConversation({
          id: conversationId,
          channel: 'terminal',
          council,
          userId: PERSON.id,
          createdAt: deps.clock.now(),
          started: true,
          ended: false,
        }),
      );
      return turn({ type: ActivityTypes.ConversationUpdate, membersAdded: [PERSON] }, false);
    },
    say: (message) => turn({ type: ActivityTypes.Message, ...message }, true),
  };
}
