import type { DialogContext } from 'botbuilder-dialogs';
import type { Topic } from '../../src/shared/vocabulary.ts';
import { answerMessages } from '../answer.ts';
import { plain, wordCount } from '../hearing/plain.ts';
import { hearYesNo } from '../hearing/yes-no.ts';
import { MATTER_DIALOG, type MatterOptions } from '../matter-dialog.ts';
import { type Memory, mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { extendSituation } from '../situation.ts';
import type { Handler, Heard } from './handler.ts';

/** Further than this, a message tells something new rather than adding to the last answer. */
const SHORT = 10;

/** "so what can I do now?" */
const ASKS_WHAT_NEXT =
  /^(?:so |ok |and )*what (?:can|do|should|could) (?:i|we) do(?: (?:about (?:it|this|that)|now|next|then|please))*$/;

/** What follows an answer: yes or no to an offer, "I've complained already". */
export const afterAnswer: Handler = async (dc, heard, services) => {
  const { memory } = mindOf(dc.context);
  const { hearing, wording } = services;
  const said = plain(heard.text);
  const send = (text: string, buttons: readonly string[] = []) =>
    dc.context.sendActivity(reply(text, buttons));

  const chosen = offered(said, memory, heard, services);
  if (chosen !== null) {
    await beginOther(dc, chosen, heard);
    return true;
  }
  if (hearYesNo(heard.text, hearing) !== null) {
    memory.also = [];
    await send(memory.situation === null ? wording.restarted : wording.nudge, [wording.buttons.person]);
    return true;
  }
  if (!tellsStage(memory, heard)) return false;
  await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true }));
  return true;
};

/** The other problem that was offered by name: by its button, or by "yes". */
function offered(said: string, memory: Memory, heard: Heard, services: Services): Topic | null {
  const { topics } = services.knowledge().taxonomy;
  const asksWhatNext = said === plain(services.wording.buttons.whatNext) || ASKS_WHAT_NEXT.test(said);
  if (asksWhatNext) return memory.situation?.topic ?? null;
  const named = memory.also.find((topic) => plain(topics[topic].button) === said);
  if (named !== undefined) return named;
  return hearYesNo(heard.text, services.hearing) === true ? (memory.also[0] ?? null) : null;
}

async function beginOther(dc: DialogContext, topic: Topic, heard: Heard): Promise<void> {
  const { memory } = mindOf(dc.context);
  const rest = memory.also.filter((other) => other !== topic);
  const triage = memory.reading ?? heard.triage;
  const same = memory.situation?.topic === topic;
  const options: MatterOptions = {
    triage: {
      ...triage,
      topics: [topic, ...rest].slice(0, 3),
      ...(same ? {} : { decisionDate: null, dateDoubt: null }),
    },
    topic,
  };
  memory.also = rest;
  await dc.beginDialog(MATTER_DIALOG, options);
}

/** Puts a stage already done into the situation: "I've complained already". */
function tellsStage(memory: Memory, { text, triage }: Heard): boolean {
  const { situation } = memory;
  const { stage } = triage.cues;
  if (situation === null || stage === undefined || stage === situation.stage) return false;
  if (wordCount(text) > SHORT) return false;
  memory.situation = extendSituation(situation, triage);
  return true;
}
