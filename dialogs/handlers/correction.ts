import type { DialogContext } from 'botbuilder-dialogs';
import type { Situation } from '../../src/pathways/schema.ts';
import { fill } from '../../src/shared/fill.ts';
import type { Topic } from '../../src/shared/vocabulary.ts';
import type { Triage } from '../../src/triage/schema.ts';
import { answerMessages } from '../answer.ts';
import { CLARIFY_DIALOG } from '../clarify-dialog.ts';
import { type Correction, hearCorrection } from '../hearing/correction.ts';
import { hears } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { MATTER_DIALOG, type MatterOptions } from '../matter-dialog.ts';
import { type Mind, mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Handler, Heard } from './handler.ts';

/**
 * Rule 3: "no, it's the school", "it's not a complaint", "no, it's about transport", "that's not it".
 * Re-routes, keeps everything else, and is never argued with.
 */
export const takeCorrection: Handler = async (dc, { text, triage }, services) => {
  const mind = mindOf(dc.context);
  const { memory } = mind;
  const { situation } = memory;
  if (situation === null || dc.activeDialog?.id === PERSON_DIALOG) return false;
  const correction = hearCorrection(text, services.hearing, services.knowledge().taxonomy);
  if (correction?.label === 'topic') return changeTopic(dc, correction.to, { text, triage }, services);
  // While a question is open, "the school" answers it.
  if (correction !== null && !(dc.activeDialog !== undefined && correction.label === 'counterparty')) {
    const corrected = apply(correction, situation, mind);
    if (corrected === null) return false;
    memory.situation = corrected;
    if (dc.activeDialog !== undefined) {
      await dc.context.sendActivity(reply(services.wording.corrected));
      await dc.repromptDialog();
    } else if (sameRoute(situation, corrected, services)) {
      const whose = services.knowledge().taxonomy.counterparties[situation.counterparty[0] ?? 'la'].name;
      await dc.context.sendActivity(reply(fill(services.wording.sameRoute, { whose })));
    } else {
      await dc.context.sendActivity(reply(services.wording.corrected));
      await dc.context.sendActivities(answerMessages(services, memory, { saidBack: false }));
    }
    return true;
  }
  if (dc.activeDialog !== undefined) return false;
  if (!hears(plain(text), services.hearing.wrong, services.hearing.fillers)) return false;
  await dc.beginDialog(MATTER_DIALOG, otherReadings(mind, triage, services));
  return true;
};

const DENIES = /^(?:no|nope|nah|naw|not|wrong|actually)\b/;

/** The same matter under its right name; what triage made of it otherwise, and what was told since, stays. */
async function changeTopic(
  dc: DialogContext,
  topic: Topic,
  { text, triage }: Heard,
  services: Services,
): Promise<boolean> {
  const { memory } = mindOf(dc.context);
  const wrong = memory.situation?.topic ?? null;
  // A choice is answered by the name of a topic, and a question about a date by "it's the hearing".
  const choosing = dc.child?.activeDialog?.id === CLARIFY_DIALOG;
  const answers = choosing || (dc.activeDialog !== undefined && !DENIES.test(plain(text)));
  if (wrong === topic || answers) return false;
  await dc.cancelAllDialogs();
  await dc.context.sendActivity(reply(services.wording.corrected));
  const options: MatterOptions = { triage: memory.reading ?? triage, topic, wrong };
  await dc.beginDialog(MATTER_DIALOG, options);
  return true;
}

type Label = Exclude<Correction, { label: 'topic' }>;

/** The situation put right, or null when it was so already. */
function apply(correction: Label, situation: Situation, { effects }: Mind): Situation | null {
  const { label, to } = correction;
  const from = label === 'kind' ? situation.kind : (situation.counterparty[0] ?? 'none');
  if (from === to) return null;
  effects.push({ type: 'count-correction', label, from, to });
  return label === 'kind'
    ? { ...situation, kind: correction.to }
    : { ...situation, counterparty: [correction.to] };
}

/** Whoever it is about, the duty and so the steps may stay with one body. */
function sameRoute(before: Situation, after: Situation, services: Services): boolean {
  return before.kind === after.kind && services.pathway(before).route === services.pathway(after).route;
}

/** The reading was wrong, and nothing says what is right: offer the others, or ask to hear it again. */
function otherReadings({ memory }: Mind, heard: Triage, services: Services): MatterOptions {
  const { situation, reading } = memory;
  const base = reading ?? heard;
  const others = base.topics.filter((topic) => topic !== situation?.topic);
  const chance = others.length > 0 ? services.confidence.offer : 0;
  const topics = others.length > 0 ? others : base.topics;
  const confidence = { ...base.confidence, topic: 0, topics: topics.map(() => chance) };
  const read = { ...base, topics, confidence, decisionDate: null, dateDoubt: null };
  return { triage: read, topic: null, wrong: situation?.topic ?? null };
}
