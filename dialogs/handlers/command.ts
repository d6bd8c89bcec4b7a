import type { DialogContext } from 'botbuilder-dialogs';
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
  switch (command) {
    case 'help':
      await dc.context.sendActivity(reply(wording.help, [wording.buttons.person]));
      if (dc.activeDialog !== undefined) await dc.repromptDialog();
      return;
    case 'restart':
      await dc.cancelAllDialogs();
      mind.memory = emptyMemory(mind.memory.council);
      await dc.context.sendActivity(reply(wording.restarted));
      return;
    case 'back':
      return goBack(dc, services);
    case 'person':
      await dc.cancelAllDialogs();
      await dc.beginDialog(LEAVE_MESSAGE_DIALOG);
      return;
    case 'stop': {
      const leaving = dc.activeDialog?.id === LEAVE_MESSAGE_DIALOG;
      await dc.cancelAllDialogs();
      await dc.context.sendActivity(reply(leaving ? wording.person.dropped : wording.stopped));
      return;
    }
    case 'forget':
      await dc.cancelAllDialogs();
      mind.memory = emptyMemory(mind.memory.council);
      mind.effects.push({ type: 'forget' });
      await dc.context.sendActivity(reply(wording.forgotten));
      return;
  }
}

async function goBack(dc: DialogContext, services: Services): Promise<void> {
  const { memory } = mindOf(dc.context);
  const before = memory.back.pop();
  if (before === undefined) {
    await dc.context.sendActivity(reply(services.wording.nothingToGoBackTo));
    return;
  }
  dc.stack.splice(0, dc.stack.length, ...(before.stack.dialogStack as typeof dc.stack));
  memory.situation = before.situation;
  memory.also = before.also;
  if (dc.activeDialog === undefined) {
    await dc.context.sendActivity(reply(services.wording.restarted));
    return;
  }
  await dc.context.sendActivity(reply(services.wording.wentBack));
  await dc.repromptDialog();
}
