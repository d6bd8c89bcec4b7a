import { type DialogContext, DialogContextError } from 'botbuilder-dialogs';
import { ZodError } from 'zod';
import { wordCount } from '../hearing/plain.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Handler, Heard } from './handler.ts';

/** A reply to a question of ours is short; a message with more words than this may tell of something new. */
const STORY = 12;

/** Gives the message to the question that is open, unless the family has plainly turned to something else. */
export const continueDialog: Handler = async (dc, heard, services) => {
  if (dc.activeDialog === undefined) return false;
  if (dc.activeDialog.id !== PERSON_DIALOG) {
    if (turnsAway(dc, heard, services)) {
      await dc.cancelAllDialogs();
      return false;
    }
    if (await asksBack(dc, heard, services)) return true;
  }
  try {
    await dc.continueDialog();
  } catch (error) {
    // An older release left a question that this one cannot read: the family starts afresh, not in a loop.
    if (!(error instanceof DialogContextError && error.error instanceof ZodError)) throw error;
    await dc.cancelAllDialogs();
    return false;
  }
  return true;
};

function turnsAway(dc: DialogContext, { text, triage }: Heard, services: Services): boolean {
  const { situation } = mindOf(dc.context).memory;
  if (situation === null) return false;
  return (
    wordCount(text) > STORY &&
    services.readDate(text, null).date === null &&
    triage.confidence.topic >= services.confidence.answer &&
    triage.topics[0] !== situation.topic
  );
}

/** "What is mediation?" in place of a date: answered, and then our question is asked again. */
async function asksBack(dc: DialogContext, { text, triage }: Heard, services: Services): Promise<boolean> {
  const { memory } = mindOf(dc.context);
  const question = /\?\s*$|^(?:what|why|who|how|where|do i|can i|is it|does)\b/i.test(text.trim());
  if (!question || memory.situation === null || wordCount(text) < 3) return false;
  if (triage.kind !== 'enquiry' || services.readDate(text, null).date !== null) return false;
  const asked = services.ask(text, memory.council, [memory.situation.topic, ...triage.topics]);
  if (asked.found !== 'pages') return false;
  await dc.context.sendActivity(reply(asked.answer));
  await dc.repromptDialog();
  return true;
}
