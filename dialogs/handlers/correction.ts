import type { Triage } from '../../src/triage/schema.ts';
import { answerMessages } from '../answer.ts';
import { hearCorrection } from '../hearing/correction.ts';
import { hears } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { LEAVE_MESSAGE_DIALOG } from '../leave-message-dialog.ts';
import { MATTER_DIALOG, type MatterOptions } from '../matter-dialog.ts';
import { type Mind, mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Handler } from './handler.ts';

/**
 * Rule 3: "no, it's the school", "it's not a complaint", "that's not it". Re-routes, keeps everything
 * else, and is never argued with.
 */
export const takeCorrection: Handler = async (dc, { text, triage }, services) => {
  const mind = mindOf(dc.context);
  const { situation } = mind.memory;
  if (situation === null || dc.activeDialog?.id === LEAVE_MESSAGE_DIALOG) return false;
  const { taxonomy } = services.knowledge();
  const correction = hearCorrection(text, services.hearing, taxonomy);
  if (correction !== null) {
    if (correction.label === 'kind') {
      mind.effects.push({ type: 'count-correction', label: 'kind', from: situation.kind, to: correction.to });
      mind.memory.situation = { ...situation, kind: correction.to };
    } else {
      const from = situation.counterparty[0] ?? 'none';
      if (from === correction.to) return false;
      mind.effects.push({ type: 'count-correction', label: 'counterparty', from, to: correction.to });
      mind.memory.situation = { ...situation, counterparty: [correction.to] };
    }
    await dc.context.sendActivity(reply(services.wording.corrected));
    if (dc.activeDialog !== undefined) await dc.repromptDialog();
    else
      await dc.context.sendActivities(
        answerMessages(services, mind.memory, { saidBack: false, gently: false }),
      );
    return true;
  }
  if (dc.activeDialog !== undefined) return false;
  if (!hears(plain(text), services.hearing.wrong, services.hearing.politeness)) return false;
  await dc.beginDialog(MATTER_DIALOG, otherReadings(mind, triage, services));
  return true;
};

/** The reading was wrong, and nothing says what is right: offer the others. */
function otherReadings(mind: Mind, heard: Triage, services: Services): MatterOptions {
  const { situation, reading } = mind.memory;
  const base = reading ?? heard;
  const others = base.topics.filter((topic) => topic !== situation?.topic);
  const topics = others.length > 0 ? others : (['other'] as const).slice();
  return {
    triage: {
      ...base,
      topics,
      confidence: { ...base.confidence, topic: 0, topics: topics.map(() => services.confidence.offer) },
    },
    topic: null,
    gently: false,
  };
}
