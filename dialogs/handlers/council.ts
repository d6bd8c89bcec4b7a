import { answerMessages } from '../answer.ts';
import { hearCouncil } from '../hearing/council.ts';
import { LEAVE_MESSAGE_DIALOG } from '../leave-message-dialog.ts';
import { mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import { fill } from '../wording.ts';
import type { Handler } from './handler.ts';

/** A message of this many words that names a council is about the council and nothing else. */
const SHORT = 8;

/**
 * Notes the family's council. When that is all the message says, answers again with its contacts, or
 * goes on with the open question; otherwise leaves the rest of the message to the next handler.
 */
export const noteCouncil: Handler = async (dc, { text }, services) => {
  const { wording } = services;
  const mind = mindOf(dc.context);
  const { memory } = mind;
  const short = text.split(/\s+/).length <= SHORT;
  const heard = hearCouncil(text, services.knowledge().councils.values(), services.hearing);
  if (heard === null) return false;
  if ('confused' in heard) {
    if (!short) return false;
    await dc.context.sendActivity(reply(`${heard.confused} ${wording.council.unknown}`));
    return true;
  }
  const { council, stated } = heard;
  if (council.slug === memory.council || (memory.council !== null && !stated)) return false;
  if (memory.council !== null) {
    mind.effects.push({ type: 'count-correction', label: 'council', from: memory.council, to: council.slug });
  }
  memory.council = council.slug;
  if (memory.situation !== null) memory.situation = { ...memory.situation, council: council.slug };
  if (!short || !stated) return false;

  await dc.context.sendActivity(reply(fill(wording.council.noted, { council: council.place })));
  if (dc.activeDialog?.id === LEAVE_MESSAGE_DIALOG) {
    await dc.cancelAllDialogs();
    await dc.beginDialog(LEAVE_MESSAGE_DIALOG);
  } else if (dc.activeDialog !== undefined) {
    await dc.repromptDialog();
  } else if (memory.situation !== null) {
    await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true, gently: false }));
  } else {
    await dc.context.sendActivity(reply(wording.restarted));
  }
  return true;
};
