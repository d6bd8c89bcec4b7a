import type { DialogContext } from 'botbuilder-dialogs';
import { LEAVE_MESSAGE_DIALOG } from '../leave-message-dialog.ts';
import { mindOf } from '../memory.ts';
import type { Services } from '../services.ts';
import type { Handler, Heard } from './handler.ts';

/** A reply to a question of ours is short; a message with more words than this may tell of something new. */
const STORY = 12;

/** Gives the message to the question that is open, unless the family has plainly turned to another matter. */
export const continueDialog: Handler = async (dc, heard, services) => {
  if (dc.activeDialog === undefined) return false;
  if (turnsAway(dc, heard, services)) {
    await dc.cancelAllDialogs();
    return false;
  }
  await dc.continueDialog();
  return true;
};

function turnsAway(dc: DialogContext, { text, triage }: Heard, services: Services): boolean {
  const { situation } = mindOf(dc.context).memory;
  if (dc.activeDialog?.id === LEAVE_MESSAGE_DIALOG || situation === null) return false;
  return (
    text.split(/\s+/).length > STORY &&
    services.readDate(text, null).date === null &&
    triage.confidence.topic >= services.confidence.answer &&
    triage.topics[0] !== situation.topic
  );
}
