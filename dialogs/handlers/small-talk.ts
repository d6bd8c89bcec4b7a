import { answerMessages } from '../answer.ts';
import { hearSmallTalk, type SmallTalk } from '../hearing/small-talk.ts';
import { hearYesNo } from '../hearing/yes-no.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { reply } from '../reply.ts';
import type { Handler } from './handler.ts';

/** What may stand in a message that is left for an adviser, so that there it is none of ours. */
const MAY_BE_THE_MESSAGE: readonly SmallTalk[] = ['greeting', 'thanks', 'willDo', 'acknowledged', 'notClear'];

/** "Hang on", "thank you", "I see", "can you say that again": met kindly, and an open question stays open. */
export const makeSmallTalk: Handler = async (dc, { text }, services) => {
  const { memory } = mindOf(dc.context);
  const { hearing, wording } = services;
  const heard = hearSmallTalk(text, hearing);
  const open = dc.activeDialog !== undefined;
  if (heard === null) return false;
  if (dc.activeDialog?.id === PERSON_DIALOG && MAY_BE_THE_MESSAGE.includes(heard)) return false;
  // "That's fine" to "Is that right?" or "Shall I go on?" is a yes.
  if ((open || memory.also.length > 0) && hearYesNo(text, hearing) !== null) return false;
  if (heard === 'repeat' && !open && memory.situation !== null) {
    await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true }));
    return true;
  }
  const hello = memory.situation === null ? wording.hello : wording.welcomeBack;
  const said = {
    waiting: wording.waiting,
    repeat: open ? null : hello,
    notClear: wording.notClear,
    greeting: open ? wording.acknowledged : hello,
    thanks: wording.thanks,
    willDo: wording.acknowledged,
    acknowledged: wording.acknowledged,
  }[heard];
  const button =
    heard === 'thanks' ? wording.buttons.other : heard === 'notClear' ? wording.buttons.person : null;
  if (said !== null) await dc.context.sendActivity(reply(said, open || button === null ? [] : [button]));
  if (open) await dc.repromptDialog();
  return true;
};
