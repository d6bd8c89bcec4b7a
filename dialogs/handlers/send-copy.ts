import type { DialogContext } from 'botbuilder-dialogs';
import { askForCode, dropOld, tryCode } from '../../src/handoff/records/copy-request.ts';
import { hearCommand } from '../hearing/commands.ts';
import { hears } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { reply } from '../reply.ts';
import type { CopyService, Services } from '../services.ts';
import type { Handler } from './handler.ts';

/** Six digits and hardly anything else: "the code is 123 456". */
const CODE = /^(?:[^\d@]{0,20})(?:\d[ -]?){6}[^\d@]{0,3}$/;

/**
 * "Send me a copy": by e-mail, to an address that shows with a code that it is theirs. It stands before the
 * other handlers, because an address or a code could be taken for a council or a date. Whoever turns to
 * something else is not held.
 */
export const sendCopy: Handler = async (dc, { text }, services) => {
  const { copy, wording, hearing } = services;
  if (copy === null) return false;
  const mind = mindOf(dc.context);
  mind.memory.copy = dropOld(mind.memory.copy, copy.now());
  const asked = mind.memory.askedAddress;
  mind.memory.askedAddress = false;

  const said = plain(text);
  // "Can you email me instead" at a question about how an adviser can reach them answers that question.
  const leaving = dc.activeDialog?.id === PERSON_DIALOG;
  const wanted = !leaving && hears(said, hearing.sendCopy, hearing.fillers);
  if (said === plain(wording.copy.button) || wanted) {
    mind.memory.askedAddress = true;
    await dc.context.sendActivity(reply(wording.copy.ask, [wording.buttons.skip]));
    return true;
  }
  if (mind.memory.copy.pending !== null && CODE.test(text.trim())) {
    await takeCode(dc, text, copy, services);
    return true;
  }
  if (!asked || hearCommand(text, hearing) !== null) return false;
  if (said === plain(wording.buttons.skip) || hears(said, hearing.no, hearing.fillers)) {
    await say(dc, wording.copy.dropped);
    return true;
  }
  if (!text.includes('@')) return false;
  await takeAddress(dc, text, copy, services);
  return true;
};

async function takeAddress(
  dc: DialogContext,
  text: string,
  copy: CopyService,
  { wording }: Services,
): Promise<void> {
  const { memory, effects } = mindOf(dc.context);
  const { request, asked } = askForCode(memory.copy, text, { ...copy, now: copy.now() });
  memory.copy = request;
  switch (asked.type) {
    case 'sent':
      effects.push({ ...asked, type: 'send-code', words: wording.copy.mail });
      return say(dc, wording.copy.codeSent, [wording.copy.button]);
    case 'no-address':
      memory.askedAddress = true;
      return say(dc, wording.copy.badAddress, [wording.buttons.skip]);
    case 'too-many':
      return say(dc, wording.copy.tooMany);
  }
}

async function takeCode(
  dc: DialogContext,
  text: string,
  copy: CopyService,
  { wording }: Services,
): Promise<void> {
  const { memory, effects } = mindOf(dc.context);
  const { request, tried } = tryCode(memory.copy, text, copy.now());
  memory.copy = request;
  switch (tried.type) {
    case 'confirmed':
      effects.push({ type: 'send-copy', address: tried.address, words: wording.copy.mail });
      return say(dc, wording.copy.sent);
    case 'wrong':
    case 'no-code':
      return say(dc, wording.copy.wrongCode, [wording.copy.button]);
    case 'over':
      return say(dc, wording.copy.over, [wording.copy.button]);
  }
}

/** And then whatever was asked before comes up again: its date may be running out. */
async function say(dc: DialogContext, text: string, buttons: readonly string[] = []): Promise<void> {
  await dc.context.sendActivity(reply(text, buttons));
  const { memory } = mindOf(dc.context);
  const done = memory.copy.pending === null && !memory.askedAddress;
  if (done && dc.activeDialog !== undefined) await dc.repromptDialog();
}
