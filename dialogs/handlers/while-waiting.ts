import { hearCommand } from '../hearing/commands.ts';
import { hears } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { placeWords } from '../queue-words.ts';
import { reply } from '../reply.ts';
import type { Handler } from './handler.ts';

/** What a family in the queue says of its waiting. Anything else is answered as ever. */
export const whileWaiting: Handler = async (dc, { text }, services) => {
  const { memory, effects, handoff } = mindOf(dc.context);
  const { open } = handoff;
  if (open === null || open.status.state !== 'waiting' || dc.activeDialog?.id === PERSON_DIALOG) return false;
  const { hearing, wording } = services;
  const { buttons } = wording;
  const said = plain(text);
  const command = hearCommand(text, hearing);
  const heard = (list: 'leaveMessage' | 'leaveQueue' | 'askPlace' | 'aboutBot') =>
    hears(said, hearing[list], hearing.fillers);

  if (heard('leaveMessage')) {
    await dc.beginDialog(PERSON_DIALOG, { want: 'message' });
    return true;
  }
  if (command === 'stop' || heard('leaveQueue')) {
    effects.push({ type: 'case', command: { type: 'leave' } });
    memory.toldOfEnd = open.id;
    if (command === 'stop') await dc.cancelAllDialogs();
    await dc.context.sendActivity(reply(wording.queue.left, [buttons.other]));
    if (dc.activeDialog !== undefined) await dc.repromptDialog();
    return true;
  }
  if (command !== 'person' && said !== plain(buttons.person) && !heard('askPlace') && !heard('aboutBot')) {
    return false;
  }
  const place = await placeWords(services, mindOf(dc.context).handoff, open);
  await dc.context.sendActivity(reply(place, [buttons.leaveMessage, buttons.stopWaiting]));
  return true;
};
