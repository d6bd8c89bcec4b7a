import type { DialogContext } from 'botbuilder-dialogs';
import { fill } from '../../src/shared/fill.ts';
import { hearCouncil } from '../hearing/council.ts';
import { dateKindNamed } from '../hearing/date-kind.ts';
import { mayBeLetters } from '../hearing/day-told.ts';
import { plain, wordCount } from '../hearing/plain.ts';
import { MATTER_DIALOG, type MatterOptions } from '../matter-dialog.ts';
import { mindOf } from '../memory.ts';
import { otherMatters } from '../other-matters.ts';
import { asAnswer, paragraphs, reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { newSituation } from '../situation.ts';
import type { Handler, Heard } from './handler.ts';

const NATIONS = { wales: 'Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' } as const;

/** A new problem or question. Always deals with the message: it is the last handler. */
export const openMatter: Handler = async (dc, heard, services) => {
  const { triage } = heard;
  const { wording } = services;
  const { nation } = triage.cues;
  const england = /\bengland\b/i.test(heard.text);
  if (nation !== undefined && !england) {
    const line = fill(wording.nation, { nation: NATIONS[nation] });
    await dc.context.sendActivity(reply(line, [wording.buttons.other]));
    return true;
  }
  if (await answerQuestion(dc, heard, services)) return true;
  const { date } = services.readDate(heard.text, null);
  const kind = dateKindNamed(plain(heard.text));
  const mayBe = kind === null && mayBeLetters(heard.text);
  const found = date === null ? null : { date, kind, mayBeLetters: mayBe };
  const also = otherMatters(heard.text, triage.topics[0], services.triage, services.confidence.certain);
  const options: MatterOptions = { triage, topic: null, found, also };
  await dc.beginDialog(MATTER_DIALOG, options);
  return true;
};

/** The question without "we live in Stourbridge": a page about living elsewhere would be the nearest. */
function withoutHome(text: string, services: Services): string {
  const heard = hearCouncil(text, services.knowledge().councils.values(), services.hearing);
  if (heard === null || 'confused' in heard || heard.home === null) return text;
  return plain(text).replace(heard.home, ' ');
}

/** Of this many words, a question after an answer is about the same matter. */
const SHORT = 12;

/**
 * A question is answered from a page, with the pathway offered after. A decision in hand is no mere
 * question: its clock runs, so it goes the way of the matter.
 */
async function answerQuestion(
  dc: DialogContext,
  { text, triage }: Heard,
  services: Services,
): Promise<boolean> {
  const { memory } = mindOf(dc.context);
  const { wording, confidence } = services;
  const [topic] = triage.topics;
  const sure = triage.confidence.topic >= confidence.answer;
  const matter = memory.situation;
  const follows = matter !== null && (topic === matter.topic || !sure || wordCount(text) <= SHORT);
  const topics = follows ? [matter.topic, ...triage.topics] : triage.topics;
  const asked = services.ask(withoutHome(text, services), memory.council, topics);
  const send = (answer: string, buttons: string[]) => dc.context.sendActivity(reply(answer, buttons));

  if (asked.found === 'outside') {
    await send(asked.answer, [wording.buttons.other]);
    return true;
  }
  if (triage.kind !== 'enquiry' && !(topic === 'other' && sure)) return false;
  if (triage.cues.decisionInHand === true || triage.decisionDate !== null) return false;
  if (asked.found === 'nothing') {
    if (!(topic === 'other' && sure)) return false;
    await send(wording.outOfScope, [wording.buttons.other]);
    return true;
  }
  if (!follows && topic !== undefined) {
    const usual = services.knowledge().taxonomy.topics[topic].counterparty;
    memory.situation = newSituation(triage, topic, memory.council, usual);
    memory.reading = triage;
    memory.also = [];
    memory.wants = null;
  }
  memory.misses = 0;
  memory.why = null;
  memory.askedCouncil = memory.council === null;
  const answer = paragraphs(asked.answer, memory.council === null ? wording.council.ask : null);
  const { buttons } = wording;
  const next = [buttons.whatNext, buttons.person, buttons.other];
  await dc.context.sendActivity(asAnswer(reply(answer, next)));
  return true;
}
