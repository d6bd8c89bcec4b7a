import type { DialogContext } from 'botbuilder-dialogs';
import { answerMessages } from '../answer.ts';
import { hearCommand } from '../hearing/commands.ts';
import type { Command } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { LEAVE_MESSAGE_DIALOG } from '../leave-message-dialog.ts';
import { emptyMemory, mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Handler } from './handler.ts';

/** Rule 14: help, start again, go back, a person please, stop, forget this, anywhere. */
export const obeyCommand: Handler = async (dc, { text }, services) => {
  const { buttons } = services.wording;
  const command = plain(text) === plain(buttons.person) ? 'person' : hearCommand(text, services.hearing);
  if (command === null) return false;
  await obey(command, dc, services);
  return true;
};

async function obey(command: Command, dc: DialogContext, services: Services): Promise<void> {
  const { wording } = services;
  const mind = mindOf(dc.context);
  const leaving = dc.activeDialog?.id === LEAVE_MESSAGE_DIALOG;
  switch (command) {
    case 'help':
      await dc.context.sendActivity(reply(wording.help, [wording.buttons.person]));
      if (dc.activeDialog !== undefined) await dc.repromptDialog();
      return;
    case 'restart':
      await dc.cancelAllDialogs();
      mind.memory = {
        ...emptyMemory(mind.memory.council),
        gentle: mind.memory.gentle,
        back: mind.memory.back,
      };
      await dc.context.sendActivity(reply(wording.restarted));
      return;
    case 'back':
      return goBack(dc, services);
    case 'person':
      // On top of an open question, which is asked again afterwards: its date may still be running out.
      if (leaving) await dc.replaceDialog(LEAVE_MESSAGE_DIALOG);
      else await dc.beginDialog(LEAVE_MESSAGE_DIALOG);
      return;
    case 'stop':
      if (leaving) {
        await dc.context.sendActivity(reply(wording.person.dropped));
        await dc.endDialog();
        return;
      }
      await dc.cancelAllDialogs();
      await dc.context.sendActivity(reply(wording.stopped));
      return;
    case 'forget':
      await dc.cancelAllDialogs();
      mind.memory = emptyMemory(mind.memory.council);
      mind.effects.push({ type: 'forget' });
      await dc.context.sendActivity(reply(wording.forgotten));
      return;
  }
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
