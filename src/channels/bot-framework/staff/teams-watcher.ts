/** Tells Teams of cases: the council's channel without a word of the family's, their adviser with all of them. */
import { isDeepStrictEqual } from 'node:util';
import type { AdviserRef, Case } from '../../../handoff/case.ts';
import { adviserOf } from '../../../handoff/case.ts';
import type { CaseChange, CaseWatcher } from '../../../handoff/watcher.ts';
import type { Clock } from '../../../shared/clock.ts';
import { casesInTeams } from '../../../staff/asker.ts';
import { casePanel } from '../../../staff/cards/case-panel.ts';
import { channelCard } from '../../../staff/cards/channel-card.ts';
import { eventLines } from '../../../staff/event-lines.ts';
import { panelFacts } from '../../../staff/panel-of.ts';
import { familyLines, introduction } from '../../../staff/relay.ts';
import { type StaffReply, say, show } from '../../../staff/reply.ts';
import type { StaffServices } from '../../../staff/services.ts';
import type { StaffWording } from '../../../staff/wording.ts';
import type { StorageWork } from '../../../storage/storage.ts';
import { activityItem } from '../activity-item.ts';
import { caseMessage } from './post-waiting.ts';
import { cardActivity } from './staff-items.ts';
import { isEnded, tellAdviser } from './tell-adviser.ts';

export interface TeamsWatcherDeps {
  readonly services: StaffServices;
  readonly words: StaffWording;
  readonly clock: Clock;
}

export function teamsWatcher(deps: TeamsWatcherDeps): CaseWatcher {
  const { clock, words, services } = deps;

  return {
    async changed(tx, change) {
      await tellChannels(tx, change);
      await tellAdvisers(tx, change);
    },
    async familySaid(tx, of, text) {
      const adviser = inTeams(of);
      if (adviser === null) return;
      const row = await tx.adviser(adviser.id);
      if (row === null) return;
      const several = (await casesInTeams(tx, row, ['claimed', 'live'])).length > 1;
      await tell(tx, adviser.id, of, familyLines(text, several ? of.ref : null, words));
    },
  };

  async function tellChannels(tx: StorageWork, { before, after }: CaseChange): Promise<void> {
    const now = clock.now();
    const card = channelCard(after, deps, now);
    if (before !== null && isDeepStrictEqual(card, channelCard(before, deps, now))) return;
    const places = (await tx.referencesOfCouncil(after.council)).filter(({ kind }) => kind === 'channel');
    await tx.addToOutbox(
      places.map(({ conversationId }) =>
        // Holds nothing of the family's words, and the last one must come even after they are forgotten.
        activityItem(conversationId, cardActivity(card), {
          of: null,
          name: caseMessage(after),
          final: isEnded(after),
          now,
        }),
      ),
    );
  }

  async function tellAdvisers(tx: StorageWork, change: CaseChange): Promise<void> {
    const { before, after, events } = change;
    const was = before === null ? null : inTeams(before);
    const is = inTeams(after);
    const lines = eventLines(change, words);
    if (was !== null && was.id !== is?.id) await tellLost(tx, was, after, lines.leaving);
    if (is === null) return;
    if (was?.id !== is.id) return welcome(tx, is, after, lines.arriving);
    const now = clock.now();
    const facts = await panelFacts(tx, after, is.id, services);
    const panel = casePanel(after, deps, facts, now);
    const same = before !== null && isDeepStrictEqual(panel, casePanel(before, deps, facts, now));
    if (!same) await tell(tx, is.id, after, [show(panel)], caseMessage(after));
    if (events.length > 0) await tell(tx, is.id, after, lines.staying.map(say));
  }

  /** The case comes to an adviser: what is known of it, and what was said as far as the family shares it. */
  async function welcome(
    tx: StorageWork,
    adviser: AdviserRef,
    of: Case,
    first: readonly string[],
  ): Promise<void> {
    const facts = await panelFacts(tx, of, adviser.id, services);
    await tell(tx, adviser.id, of, first.map(say));
    await tell(tx, adviser.id, of, [show(casePanel(of, deps, facts, clock.now()))], caseMessage(of));
    await tell(tx, adviser.id, of, await introduction(tx, of, adviser.id, words));
  }

  async function tellLost(
    tx: StorageWork,
    adviser: AdviserRef,
    of: Case,
    lines: readonly string[],
  ): Promise<void> {
    const now = clock.now();
    const facts = await panelFacts(tx, of, adviser.id, services);
    // Holds nothing of the family's, and must take the place of what does even after they are forgotten.
    const options = { deletedWith: null, now };
    const panel = show(casePanel(of, deps, facts, now));
    await tellAdviser(tx, adviser.id, of, [panel], { ...options, name: caseMessage(of) });
    await tellAdviser(tx, adviser.id, of, lines.map(say), { ...options, name: null });
  }

  async function tell(
    tx: StorageWork,
    adviserId: string,
    of: Case,
    replies: readonly StaffReply[],
    name: string | null = null,
  ): Promise<void> {
    const options = { name, deletedWith: of.conversationId, now: clock.now() };
    await tellAdviser(tx, adviserId, of, replies, options);
  }
}

function inTeams(of: Case): AdviserRef | null {
  const adviser = adviserOf(of);
  return adviser?.desk === 'teams' ? adviser : null;
}
