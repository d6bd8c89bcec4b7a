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
import { obeyCommand } from './handlers/command.ts';
import { takeCorrection } from './handlers/correction.ts';
import { noteCouncil } from './handlers/council.ts';
import { answerDanger } from './handlers/danger.ts';
import { LONGEST_DATE, takeDate } from './handlers/date.ts';
import type { Handler, Heard } from './handlers/handler.ts';
import { openMatter } from './handlers/new-matter.ts';
import { continueDialog } from './handlers/open-question.ts';
import { hearCouncil } from './hearing/council.ts';
import { isEveryday } from './hearing/everyday.ts';
import { wordCount } from './hearing/plain.ts';
import { type Input, readInput } from './input.ts';
import { LeaveMessageDialog } from './leave-message-dialog.ts';
import { MatterDialog } from './matter-dialog.ts';
import { type Mind, mindOf, type Snapshot, snapshot, stackAccessor } from './memory.ts';
import { reply } from './reply.ts';
import type { Services } from './services.ts';

const HANDLERS: readonly Handler[] = [
  answerDanger,
  obeyCommand,
  noteCouncil,
  afterDanger,
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
    .add(new LeaveMessageDialog(services));

  return {
    async respond(context) {
      switch (context.activity.type) {
        case ActivityTypes.ConversationUpdate:
          return greet(context, services);
        case ActivityTypes.Message:
          return answer(await dialogs.createContext(context), services);
        default: // Typing, read receipts and events of channels need no answer.
          return;
      }
    },
  };
}

async function greet(context: TurnContext, services: Services): Promise<void> {
  await context.sendActivity(reply(greeting(services, mindOf(context).memory.council)));
}

async function answer(dc: DialogContext, services: Services): Promise<void> {
  const input = readInput(dc.context.activity);
  if (input.type !== 'text') {
    await dc.context.sendActivity(reply(unreadable(input, services)));
    return;
  }
  if (input.shortened) await dc.context.sendActivity(reply(services.wording.tooLong));
  const heard = hear(input.text, services);
  const mind = mindOf(dc.context);
  const before = snapshot(mind.memory);
  for (const handle of HANDLERS) {
    if (await handle(dc, heard, services)) break;
  }
  rememberStep(mind, before);
}

/** What triage makes of the text; a word that only keeps the conversation going raises no alarm. */
function hear(text: string, services: Services): Heard {
  const triage = services.triage(text);
  const calm =
    isEveryday(text, services.hearing) || isBareDate(text, services) || isBareCouncil(text, services);
  return { text, triage: calm ? { ...triage, urgent: false, maybeUrgent: false } : triage };
}

function isBareDate(text: string, services: Services): boolean {
  return wordCount(text) <= LONGEST_DATE && services.readDate(text, null).date !== null;
}

function isBareCouncil(text: string, services: Services): boolean {
  return hearCouncil(text, services.knowledge().councils.values(), services.hearing)?.alone === true;
}

/** Keeps where the conversation stood before this message, so that "go back" can go there. */
function rememberStep({ memory, effects }: Mind, before: Snapshot): void {
  const now = snapshot(memory);
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
