import type { DialogContext } from 'botbuilder-dialogs';
import { answerMessages } from '../answer.ts';
import { hearCommand } from '../hearing/commands.ts';
import { type Command, hears } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { emptyMemory, mindOf } from '../memory.ts';
import { PERSON_DIALOG, type PersonOptions } from '../person-dialog.ts';
import { paragraphs, reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Handler } from './handler.ts';

/** Rule 14: help, start again, go back, a person please, stop, forget this, anywhere. */
export const obeyCommand: Handler = async (dc, { text }, services) => {
  const { hearing, wording } = services;
  const said = plain(text);
  // What is said while they leave a message may be the message.
  if (dc.activeDialog?.id !== PERSON_DIALOG) {
    const aboutBot = hears(said, hearing.aboutBot, hearing.fillers);
    if (aboutBot) mindOf(dc.context).memory.why = 'about-the-bot';
    if (aboutBot || hears(said, hearing.leaveMessage, hearing.fillers)) {
      const options: PersonOptions = { want: aboutBot ? 'adviser' : 'message' };
      await dc.beginDialog(PERSON_DIALOG, options);
      return true;
    }
  }
  const command = said === plain(wording.buttons.person) ? 'person' : hearCommand(text, hearing);
  if (command === null) return false;
  await obey(command, dc, services);
  return true;
};

async function obey(command: Command, dc: DialogContext, services: Services): Promise<void> {
  const { wording } = services;
  const mind = mindOf(dc.context);
  const leaving = dc.activeDialog?.id === PERSON_DIALOG;
  switch (command) {
    case 'help':
      await dc.context.sendActivity(
        reply(paragraphs(wording.help, services.copy && wording.copy.offer), [wording.buttons.person]),
      );
      if (dc.activeDialog !== undefined) await dc.repromptDialog();
      return;
    case 'restart':
      await dc.cancelAllDialogs();
      mind.memory = {
        ...emptyMemory(mind.memory.council),
        gentle: mind.memory.gentle,
        wrote: mind.memory.wrote,
        toldOfEnd: mind.memory.toldOfEnd,
        // Starting again does not give more codes.
        copy: mind.memory.copy,
        back: mind.memory.back,
      };
      await dc.context.sendActivity(reply(wording.restarted));
      return;
    case 'back':
      return goBack(dc, services);
    case 'person':
      // On top of an open question, which is asked again afterwards: its date may still be running out.
      if (leaving) await dc.replaceDialog(PERSON_DIALOG, {});
      else await dc.beginDialog(PERSON_DIALOG, {});
      return;
    case 'stop':
      if (leaving) {
        const still = mind.handoff.open === null ? null : wording.queue.still;
        await dc.context.sendActivity(reply(paragraphs(wording.person.dropped, still)));
        await dc.endDialog();
        return;
      }
      await dc.cancelAllDialogs();
      await dc.context.sendActivity(reply(wording.stopped));
      return;
    case 'forget':
      return forgetAll(dc, services);
  }
}

/** Deletes everything, also the case: an adviser who had it sees that it is over. */
export async function forgetAll(dc: DialogContext, { wording }: Services): Promise<void> {
  const mind = mindOf(dc.context);
  await dc.cancelAllDialogs();
  mind.memory = emptyMemory(mind.memory.council);
  mind.effects.push({ type: 'forget' });
  await dc.context.sendActivity(reply(wording.forgotten));
}

async function goBack(dc: DialogContext, services: Services): Promise<void> {
  const mind = mindOf(dc.context);
  const { memory, effects } = mind;
  effects.push({ type: 'go-back' });
  const before = memory.back.pop();
  if (before === undefined) {
    await dc.context.sendActivity(reply(services.wording.nothingToGoBackTo));
    return;
  }
  const { stack, ...matter } = before;
  dc.stack.splice(0, dc.stack.length, ...(stack.dialogStack as typeof dc.stack));
  Object.assign(memory, matter);
  if (dc.activeDialog !== undefined) {
    await dc.context.sendActivity(reply(services.wording.wentBack));
    await dc.repromptDialog();
  } else if (memory.situation !== null) {
    await dc.context.sendActivities(answerMessages(services, memory, { saidBack: false }));
  } else {
    await dc.context.sendActivity(reply(services.wording.restarted));
  }
}
