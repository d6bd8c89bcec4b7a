/**
 * One message answered: safety, then commands, then corrections, then the open question, then whatever is
 * new. Each handler either deals with the message and says so, or leaves it to the next.
 */
import { isDeepStrictEqual } from 'node:util';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { type DialogContext, DialogSet } from 'botbuilder-dialogs';
import { greeting } from './greeting.ts';
import { afterAnswer } from './handlers/after-answer.ts';
import { obeyCommand } from './handlers/command.ts';
import { takeCorrection } from './handlers/correction.ts';
import { noteCouncil } from './handlers/council.ts';
import { answerDanger } from './handlers/danger.ts';
import type { Handler, Heard } from './handlers/handler.ts';
import { openMatter } from './handlers/new-matter.ts';
import { continueDialog } from './handlers/open-question.ts';
import { type Input, readInput } from './input.ts';
import { LeaveMessageDialog } from './leave-message-dialog.ts';
import { MatterDialog } from './matter-dialog.ts';
import { type Memory, type Mind, mindOf, stackAccessor } from './memory.ts';
import { reply } from './reply.ts';
import type { Services } from './services.ts';

const HANDLERS: readonly Handler[] = [
  answerDanger,
  obeyCommand,
  noteCouncil,
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
  const heard: Heard = { text: input.text, triage: services.triage(input.text) };
  const mind = mindOf(dc.context);
  const before = stepBack(mind.memory);
  for (const handle of HANDLERS) {
    if (await handle(dc, heard, services)) break;
  }
  rememberStep(mind, before);
}

type Step = Memory['back'][number];

function stepBack({ stack, situation, also }: Memory): Step {
  return structuredClone({ stack, situation, also });
}

/** Keeps where the conversation stood before this message, so that "go back" can go there. */
function rememberStep({ memory, effects }: Mind, before: Step): void {
  const wentBack = isDeepStrictEqual(memory.back.at(-1), before);
  const stoodStill = isDeepStrictEqual(stepBack(memory), before);
  if (wentBack || stoodStill || effects.some(({ type }) => type === 'forget')) return;
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
