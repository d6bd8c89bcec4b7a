import { type Activity, EventFactory, type Transcript, TurnContext } from 'botbuilder';
import type { Case } from '../../handoff/case.ts';
import { handoffContext } from '../../handoff/handoff-context.ts';
import type { CaseWatcher } from '../../handoff/watcher.ts';
import type { Deadline, Situation } from '../../pathways/schema.ts';
import type { Clock } from '../../shared/clock.ts';
import type { StorageReads } from '../../storage/storage.ts';
import { activityItem } from '../bot-framework/activity-item.ts';
import { CollectingAdapter } from '../collecting-adapter.ts';

/** More than any talk before a person is asked for; a channel takes no endless event. */
const LONGEST_TRANSCRIPT = 200;

export interface HubDeps {
  readonly clock: Clock;
  readonly deadlinesOf: (situation: Situation) => readonly Deadline[];
}

/**
 * Offers a waiting case to the engagement hub behind the family's own channel, as Bot Framework's
 * `handoff.initiate` event with the transcript attached. What the hub makes of it comes back as `handoff.status`.
 */
export function hubWatcher({ clock, deadlinesOf }: HubDeps): CaseWatcher {
  return {
    async changed(tx, { before, after }) {
      if (before !== null || after.status.state !== 'waiting') return;
      const row = await tx.conversation(after.conversationId);
      if (row?.channel !== 'bot-framework') return;
      const deadlines = after.situation === null ? [] : deadlinesOf(after.situation);
      const event = initiation(after, deadlines, await transcriptOf(tx, after));
      const options = { of: after.conversationId, name: null, now: clock.now() };
      await tx.addToOutbox([activityItem(after.conversationId, event, options)]);
    },
    async familySaid() {
      // The hub reads the family's channel itself.
    },
  };
}

/** Only what the family agreed to share. */
async function transcriptOf(tx: StorageReads, { conversationId, sharedAfter }: Case): Promise<Transcript> {
  const said = await tx.activitiesAfter(conversationId, sharedAfter, LONGEST_TRANSCRIPT);
  return { activities: said.map(({ activity }) => activity as unknown as Activity) };
}

function initiation(of: Case, deadlines: readonly Deadline[], transcript: Transcript): Partial<Activity> {
  const adapter = new CollectingAdapter(
    () => '',
    () => {},
  );
  const conversation = { id: of.conversationId, isGroup: false, name: '', conversationType: 'personal' };
  // The channel's own names for all this are put in when it is sent.
  const context = new TurnContext(adapter, { type: 'message', conversation });
  const event = EventFactory.createHandoffInitiation(context, handoffContext(of, deadlines), transcript);
  const { type, name, value, attachments } = event;
  return { type, name, value, ...(attachments ? { attachments } : {}) };
}
