/**
 * One message answered: safety, then commands, then corrections, then the open question, then whatever is
 * new. Each handler either deals with the message and says so, or leaves it to the next.
 */

import { isDeepStrictEqual } from 'node:util';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { type DialogContext, DialogSet } from 'botbuilder-dialogs';
import { greeting } from './greeting.ts';
import { afterAnswer } from './handlers/after-answer.ts';
import { afterDanger } from './handlers/after-danger.ts';
import { backFromTalk } from './handlers/back-from-talk.ts';
import { noteCertificate } from './handlers/certificate.ts';
import { obeyCommand } from './handlers/command.ts';
import { takeCorrection } from './handlers/correction.ts';
import { noteCouncil } from './handlers/council.ts';
import { answerDanger } from './handlers/danger.ts';
import { takeDate } from './handlers/date.ts';
import type { Handler } from './handlers/handler.ts';
import { openMatter } from './handlers/new-matter.ts';
import { continueDialog } from './handlers/open-question.ts';
import { sendCopy } from './handlers/send-copy.ts';
import { makeSmallTalk } from './handlers/small-talk.ts';
import { takeWhichDay } from './handlers/which-day.ts';
import { whileWaiting } from './handlers/while-waiting.ts';
import { hear } from './hear.ts';
import { inTalk, isWithAdviser } from './in-talk.ts';
import { type Input, readInput } from './input.ts';
import { MatterDialog } from './matter-dialog.ts';
import { type Mind, mindOf, type Snapshot, snapshot, stackAccessor } from './memory.ts';
import { PERSON_DIALOG, PersonDialog } from './person-dialog.ts';
import { reply } from './reply.ts';
import type { Services } from './services.ts';

const HANDLERS: readonly Handler[] = [
  answerDanger,
  backFromTalk,
  sendCopy,
  whileWaiting,
  obeyCommand,
  noteCouncil,
  afterDanger,
  noteCertificate,
  takeWhichDay,
  makeSmallTalk,
  takeDate,
  takeCorrection,
  continueDialog,
  afterAnswer,
  openMatter,
];

/** As many steps as anybody would want to undo. */
const MOST_STEPS_BACK = 5;

export interface Conversation {
  /** Answers the activity of this turn through its context; what changed is in the mind of the turn. */
  respond(context: TurnContext): Promise<void>;
}

export function createConversation(services: Services): Conversation {
  const dialogs = new DialogSet(stackAccessor)
    .add(new MatterDialog(services))
    .add(new PersonDialog(services));

  return {
    async respond(context) {
      switch (context.activity.type) {
        case ActivityTypes.ConversationUpdate:
          return greet(context, services);
        case ActivityTypes.Message:
          return answer(await dialogs.createContext(context), services);
        case ActivityTypes.EndOfConversation:
          return leaveCase(mindOf(context));
        default: // Typing, read receipts and events of channels need no answer.
          return;
      }
    },
  };
}

async function greet(context: TurnContext, services: Services): Promise<void> {
  await context.sendActivity(reply(greeting(services, mindOf(context).memory.council)));
}

/** Nobody can write here any more, so no adviser is to come, or to go on waiting for a word. */
function leaveCase({ handoff, effects }: Mind): void {
  if (handoff.open !== null) effects.push({ type: 'case', command: { type: 'leave' } });
}

async function answer(dc: DialogContext, services: Services): Promise<void> {
  const mind = mindOf(dc.context);
  // Rule 10: the bot is silent while a person is talking.
  if (isWithAdviser(mind.handoff.open)) return inTalk(dc, mind.handoff.open, services);
  const input = readInput(dc.context.activity);
  if (input.type !== 'text') {
    await dc.context.sendActivity(reply(unreadable(input, services)));
    return;
  }
  if (input.shortened) await dc.context.sendActivity(reply(services.wording.tooLong));
  const heard = hear(input.text, services);
  const before = snapshot(mind.memory);
  for (const handle of HANDLERS) {
    if (await handle(dc, heard, services)) break;
  }
  if (!heard.everyday) mind.memory.wrote = true;
  rememberStep(mind, before);
}

/** Keeps where the conversation stood before this message, so that "go back" can go there. */
function rememberStep({ memory, effects }: Mind, before: Snapshot): void {
  const now = snapshot(memory);
  // Nobody goes back into a request that has been dealt with.
  if (before.stack.dialogStack.some(({ id }) => id === PERSON_DIALOG)) return;
  const wentBack = isDeepStrictEqual(memory.back.at(-1), before);
  if (wentBack || isDeepStrictEqual(now, before)) return;
  if (effects.some(({ type }) => type === 'forget' || type === 'go-back')) return;
  memory.back = [...memory.back, before].slice(-MOST_STEPS_BACK);
}

function unreadable(input: Exclude<Input, { type: 'text' }>, { wording }: Services): string {
  switch (input.type) {
    case 'attachment':
      return wording.notText;
    case 'empty':
      return wording.empty;
    case 'symbols':
      return wording.onlySymbols;
  }
}
