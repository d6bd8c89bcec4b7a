import type { DialogContext } from 'botbuilder-dialogs';
import { fill } from '../../src/shared/fill.ts';
import { answerMessages } from '../answer.ts';
import { hearCouncil } from '../hearing/council.ts';
import { isEveryday } from '../hearing/everyday.ts';
import { wordCount } from '../hearing/plain.ts';
import { LEAVE_MESSAGE_DIALOG } from '../leave-message-dialog.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG, type PersonOptions } from '../person-dialog.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Handler } from './handler.ts';

/** A reply of this many words to "Which council is yours?" that names none of ours names another. */
const A_NAME = 4;

/**
 * Notes the family's council and says so. When the message says nothing else, answers again with its
 * contacts or goes on with the open question; otherwise leaves the rest of it to the next handler.
 */
export const noteCouncil: Handler = async (dc, { text, triage }, services) => {
  const { wording, confidence } = services;
  const mind = mindOf(dc.context);
  const { memory } = mind;
  const asked = memory.askedCouncil;
  memory.askedCouncil = false;
  const heard = hearCouncil(text, services.knowledge().councils.values(), services.hearing);
  const send = (words: string) => dc.context.sendActivity(reply(words));

  if (heard === null) {
    const unsure = triage.confidence.topic < confidence.answer || triage.topics[0] === 'other';
    const names = wordCount(text) <= A_NAME && unsure && !isEveryday(text, services.hearing);
    if (!asked || !names || memory.council !== null || dc.activeDialog !== undefined) return false;
    await send(wording.council.unknown);
    return true;
  }
  if ('confused' in heard) {
    // Not ours: contacts of a council that only sounds alike would be wrong ones.
    if (!heard.alone) return false;
    const left = setCouncil(dc, null);
    const wantsPerson = dc.activeDialog?.id === PERSON_DIALOG;
    const none = wantsPerson ? ` ${wording.person.noneThere}` : '';
    await send(`${heard.confused} ${wording.council.unknown}${none}`);
    if (left) await send(wording.queue.leftCouncil);
    if (wantsPerson) await dc.endDialog();
    return true;
  }
  const { council, stated, alone, home } = heard;
  if (!stated) return false;
  if (council.slug === memory.council) {
    if (!alone || home === null || dc.activeDialog !== undefined) return false;
    await send(fill(wording.council.noted, { council: council.place }));
    await goOn(dc, memory.council, services);
    return true;
  }
  const before = memory.council;
  if (before !== null) {
    mind.effects.push({ type: 'count-correction', label: 'council', from: before, to: council.slug });
  }
  const left = setCouncil(dc, council.slug);
  await send(fill(wording.council.noted, { council: council.place }));
  if (left) await send(wording.queue.leftCouncil);
  if (!alone) return false;
  await goOn(dc, before, services);
  return true;
};

/** @returns whether they waited in the queue of another council, which they have left now */
function setCouncil(dc: DialogContext, slug: string | null): boolean {
  const mind = mindOf(dc.context);
  const { memory, handoff } = mind;
  memory.council = slug;
  if (memory.situation !== null) memory.situation = { ...memory.situation, council: slug };
  const { open } = handoff;
  if (open === null || open.council === slug) return false;
  memory.toldOfEnd = open.id;
  mind.effects.push({ type: 'case', command: { type: 'leave' } });
  mind.handoff = { ...handoff, open: null };
  return true;
}

async function goOn(dc: DialogContext, before: string | null, services: Services): Promise<void> {
  const { memory } = mindOf(dc.context);
  if (dc.activeDialog?.id === PERSON_DIALOG) {
    // Either it was asked for there, or what was said of the other council's advisers does not hold.
    const want = dc.child?.activeDialog?.id === LEAVE_MESSAGE_DIALOG ? 'message' : 'adviser';
    const options: PersonOptions = { want };
    await (before === null ? dc.continueDialog() : dc.replaceDialog(PERSON_DIALOG, options));
  } else if (dc.activeDialog !== undefined) await dc.repromptDialog();
  else if (memory.situation !== null) {
    await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true }));
  } else await dc.context.sendActivity(reply(services.wording.restarted));
}
