/** One turn of a member of staff: what they sent, what they are answered, and where that goes. */
import { ProblemError } from '../../../shared/problem.ts';
import { answerSubmit, answerWords, type StaffAnswer } from '../../../staff/answer-staff.ts';
import { type Asker, casesInTeams, homeOf, type StaffDeps } from '../../../staff/asker.ts';
import { helpCard } from '../../../staff/cards/help-card.ts';
import { hear } from '../../../staff/hear.ts';
import { type StaffReply, say, show } from '../../../staff/reply.ts';
import type { AdviserRow } from '../../../storage/contract/advisers.ts';
import { type ChannelActivity, ownNames } from '../channel-activity.ts';
import type { Incoming } from './incoming.ts';
import { type PersonalChatDeps, personalChat } from './personal-chat.ts';
import { postAnswer } from './post-answer.ts';
import { readMemory, saveMemory } from './staff-memory.ts';

export interface StaffTurnDeps extends Omit<StaffDeps, 'reachable'>, PersonalChatDeps {
  readonly newId: () => string;
}

export interface StaffSent {
  readonly activity: ChannelActivity;
  readonly incoming: Incoming;
  readonly adviser: AdviserRow;
  readonly scope: 'personal' | 'channel';
  readonly tenant: string;
}

export interface StaffTurn {
  /** The caller holds the conversation's lock. What was handled before is passed over. */
  take(sent: StaffSent): Promise<void>;
  /** Says that it did not work, and does nothing. */
  fail(activity: ChannelActivity, scope: 'personal' | 'channel'): Promise<void>;
}

export function createStaffTurn(deps: StaffTurnDeps): StaffTurn {
  const { storage, clock, log, words } = deps;
  const failed: StaffAnswer = { replies: [say(words.refused.failed)], chosen: null, post: null };

  return {
    async take(sent) {
      const { activity, incoming, adviser, scope } = sent;
      const { conversationId, clientId } = ownNames(activity);
      const memory = await storage.read((tx) => readMemory(tx, conversationId));
      if (clientId !== null && memory.value.seen.includes(clientId)) return;
      const asker: Asker = { adviser, scope, clientId: clientId ?? deps.newId() };
      const { greeted, chosen } = memory.value;
      const greets = incoming.type === 'added' && !greeted;
      const answered = greets
        ? { replies: [greeting(asker)], chosen, post: null }
        : await answer(sent, asker, chosen);
      const value = { ...memory.value, chosen: answered.chosen, greeted: greeted || greets };
      await storage.transaction(async (tx) => {
        await saveMemory(tx, conversationId, { value, version: memory.version }, clientId);
        await postAnswer(tx, activity, answered, { scope, councils: adviser.councils }, deps, clock.now());
      });
    },
    fail: (activity, scope) =>
      storage.transaction((tx) =>
        postAnswer(tx, activity, failed, { scope, councils: [] }, deps, clock.now()),
      ),
  };

  async function answer(
    { activity, incoming, tenant }: StaffSent,
    asker: Asker,
    chosen: string | null,
  ): Promise<StaffAnswer> {
    const full: StaffDeps = {
      ...deps,
      reachable: ({ adviser }) => personalChat(deps, activity, adviser, tenant),
    };
    const stay = (...replies: StaffReply[]): StaffAnswer => ({ replies, chosen, post: null });
    const inTalk = async () =>
      asker.scope === 'personal' &&
      (await storage.read((tx) => casesInTeams(tx, asker.adviser, ['claimed', 'live']))).length > 0;
    try {
      switch (incoming.type) {
        case 'words':
          return await answerWords(hear(incoming.text, words, await inTalk()), asker, chosen, full);
        case 'submit':
          return await answerSubmit(incoming.submit, asker, chosen, full);
        case 'edited':
          return (await inTalk()) ? stay(say(words.relay.edited)) : stay();
        case 'no-words':
          return stay((await inTalk()) ? say(words.relay.wordsOnly) : greeting(asker));
        case 'added':
        case 'removed':
        case 'nothing':
          return stay();
      }
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'StorageUnavailable') throw error;
      log.error({ err: error }, 'a turn of staff failed');
      return { ...failed, chosen };
    }
  }

  function greeting(asker: Asker): StaffReply {
    return show(helpCard(deps, asker.scope === 'personal' ? 'personal' : 'team', homeOf(asker)));
  }
}
