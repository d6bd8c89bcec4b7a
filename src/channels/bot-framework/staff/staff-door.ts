/** The turns of staff in Teams: who they are, what they are answered, and where that goes. */
import type { TurnContext } from 'botbuilder';
import { ProblemError } from '../../../shared/problem.ts';
import { answerSubmit, answerWords, type StaffAnswer } from '../../../staff/answer-staff.ts';
import { type Asker, casesInTeams, homeOf, type StaffDeps } from '../../../staff/asker.ts';
import { helpCard } from '../../../staff/cards/help-card.ts';
import { hear } from '../../../staff/hear.ts';
import { keepAdviser } from '../../../staff/keep-adviser.ts';
import { type StaffReply, say, show } from '../../../staff/reply.ts';
import type { StaffFile } from '../../../staff/staff-file.ts';
import { councilsByName, type StaffIdentity, subjectOf, teamsOf } from '../../../staff/standing.ts';
import type { AdviserRow } from '../../../storage/contract/advisers.ts';
import type { StorageWork } from '../../../storage/storage.ts';
import type { KeyedLock } from '../../keyed-lock.ts';
import { activityItem } from '../activity-item.ts';
import { type ChannelActivity, ownNames } from '../channel-activity.ts';
import { channelName, referenceTo } from '../reference.ts';
import { leave, postHere, refreshAddresses, stopPosting } from './addresses.ts';
import { askTeams } from './ask-teams.ts';
import { identityOf, scopeOf } from './identity.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import { type PersonalChatDeps, personalChat } from './personal-chat.ts';
import { postWaiting } from './post-waiting.ts';
import type { Roster } from './roster.ts';
import { cardActivity, staffActivity } from './staff-items.ts';
import { readMemory, saveMemory } from './staff-memory.ts';

export interface StaffDoorDeps extends Omit<StaffDeps, 'reachable'>, PersonalChatDeps {
  readonly file: StaffFile;
  readonly roster: Roster;
  readonly lock: KeyedLock;
  readonly newId: () => string;
}

export interface StaffDoor {
  /**
   * Deals with what staff send. `family`: it is somebody else, who gets the family's conversation; `nobody`:
   * they get no answer at all.
   */
  take(activity: ChannelActivity, context: TurnContext): Promise<'staff' | 'family' | 'nobody'>;
}

export function createStaffDoor(deps: StaffDoorDeps): StaffDoor {
  const { file, storage, clock, lock, log, words } = deps;
  const failed: StaffAnswer = { replies: [say(words.refused.failed)], chosen: null, post: null };

  return {
    async take(activity, context) {
      if (activity.channelId !== 'msteams') return 'family';
      const scope = scopeOf(activity);
      const incoming = incomingOf(activity);
      const everyCouncil = file.councils.map(({ council }) => council);
      if (incoming.type === 'removed') {
        await storage.transaction((tx) => leave(tx, activity, everyCouncil));
        return 'staff';
      }
      const identity = identityOf(activity);
      const others = scope === 'personal' && file.others === 'family' ? 'family' : 'nobody';
      if (identity === null) return others;
      const { councils, unsure } = await councilsOf(identity, activity, context);
      const { conversationId } = ownNames(activity);
      // Not the family's lock of the same chat: who was a family here before may act on a case from then.
      return lock(`staff|${conversationId}`, async () => {
        const now = clock.now();
        // Teams does not say whether they still are: nothing is done for them, and nothing taken from them.
        if (unsure && (await isKnown(identity))) {
          await storage.transaction((tx) => post(tx, activity, failed, scope, []));
          return 'staff';
        }
        const adviser = await storage.transaction(async (tx) => {
          const kept = await keepAdviser(tx, file, identity, councils, { now, newId: deps.newId });
          if (kept !== null) await refreshAddresses(tx, activity, scope, kept, now);
          return kept;
        });
        if (adviser === null) return others;
        await turn(activity, incoming, adviser, scope, identity);
        return 'staff';
      });
    },
  };

  async function councilsOf(
    identity: StaffIdentity,
    activity: ChannelActivity,
    context: TurnContext,
  ): Promise<{ readonly councils: string[]; readonly unsure: boolean }> {
    const councils = new Set(councilsByName(file, identity));
    let unsure = false;
    const ask = askTeams(context, identity.objectId);
    for (const { council, team } of teamsOf(file, identity)) {
      if (councils.has(council)) continue;
      const member = await deps.roster.isMember(team, activity.from.id, ask);
      if (member === null) log.warn('Teams did not say who is in a team: nobody was let in by it');
      unsure ||= member === null;
      if (member === true) councils.add(council);
    }
    return { councils: [...councils], unsure };
  }

  async function isKnown(identity: StaffIdentity): Promise<boolean> {
    const row = await storage.read((tx) => tx.adviserBySubject(subjectOf(identity)));
    return row !== null && !row.disabled;
  }

  /** The caller holds the conversation's lock. */
  async function turn(
    activity: ChannelActivity,
    incoming: Incoming,
    adviser: AdviserRow,
    scope: 'personal' | 'channel',
    identity: StaffIdentity,
  ): Promise<void> {
    const { conversationId, clientId } = ownNames(activity);
    const memory = await storage.read((tx) => readMemory(tx, conversationId));
    if (clientId !== null && memory.value.seen.includes(clientId)) return;
    const asker: Asker = { adviser, scope, clientId: clientId ?? deps.newId() };
    const { greeted, chosen } = memory.value;
    const greets = incoming.type === 'added' && !greeted;
    const answered = greets
      ? { replies: [greeting(asker)], chosen, post: null }
      : await answer(activity, incoming, asker, chosen, identity);
    const value = { ...memory.value, chosen: answered.chosen, greeted: greeted || greets };
    await storage.transaction(async (tx) => {
      await saveMemory(tx, conversationId, { value, version: memory.version }, clientId);
      await post(tx, activity, answered, scope, adviser.councils);
    });
  }

  async function answer(
    activity: ChannelActivity,
    incoming: Incoming,
    asker: Asker,
    chosen: string | null,
    identity: StaffIdentity,
  ): Promise<StaffAnswer> {
    const full: StaffDeps = {
      ...deps,
      reachable: ({ adviser }) => personalChat(deps, activity, adviser, identity.tenant),
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
      return stay(say(words.refused.failed));
    }
  }

  function greeting(asker: Asker): StaffReply {
    return show(helpCard(deps, asker.scope === 'personal' ? 'personal' : 'team', homeOf(asker)));
  }

  /** Everything that is said goes through the outbox, kept with the turn, and leaves in this order. */
  async function post(
    tx: StorageWork,
    activity: ChannelActivity,
    answered: StaffAnswer,
    scope: 'personal' | 'channel',
    councils: readonly string[],
  ): Promise<void> {
    const now = clock.now();
    const to =
      scope === 'personal' ? ownNames(activity).conversationId : channelName(referenceTo(activity), null);
    const thread = scope === 'personal' ? null : activity.conversation.id;
    await tx.addToOutbox(
      answered.replies.map((reply) =>
        activityItem(to, staffActivity(reply), { of: null, name: null, now, thread }),
      ),
    );
    if (answered.post?.type === 'stop') await stopPosting(tx, activity, councils);
    if (answered.post?.type !== 'here') return;
    const { council } = answered.post;
    const place = await postHere(tx, activity, council, now);
    const cards = await postWaiting(tx, council, deps, now);
    await tx.addToOutbox(
      cards.map(({ card, name }) => activityItem(place, cardActivity(card), { of: null, name, now })),
    );
  }
}
