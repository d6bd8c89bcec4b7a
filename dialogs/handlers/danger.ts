import { hearCouncil } from '../hearing/council.ts';
import { mindOf } from '../memory.ts';
import { PERSON_DIALOG } from '../person-dialog.ts';
import { paragraphs, reply } from '../reply.ts';
import { gentleNumbers, urgentReply } from '../safety.ts';
import { newSituation } from '../situation.ts';
import type { Handler } from './handler.ts';

/**
 * Rule 1: safety before everything, in every state. A question of ours stays open for when they come back
 * to it. A message that may disclose danger gets the numbers gently, once, and then its answer. "I want to end this"
 * gets them every time, and nothing is ended.
 */
export const answerDanger: Handler = async (dc, { text, triage, wantsEnd }, services) => {
  const { memory, handoff, effects } = mindOf(dc.context);
  if (!triage.urgent) {
    if (wantsEnd) {
      memory.gentle = true;
      const { closeEnd } = services.wording.maybeUrgent;
      const numbers = gentleNumbers(services, memory.council, closeEnd);
      const leaving = dc.activeDialog?.id === PERSON_DIALOG;
      await dc.context.sendActivity(reply(numbers, leaving ? [] : [services.wording.buttons.person]));
      // What they write for an adviser goes on being written down.
      return !leaving;
    }
    if (triage.maybeUrgent && !memory.gentle) {
      memory.gentle = true;
      await dc.context.sendActivity(
        reply(gentleNumbers(services, memory.council, services.wording.maybeUrgent.close)),
      );
    }
    return false;
  }
  // Their own council's line is worth more than any other number, so its name is heard first.
  const named = hearCouncil(text, services.knowledge().councils.values(), services.hearing);
  if (named !== null && 'council' in named && named.stated) memory.council = named.council.slug;
  memory.danger = 'now';
  memory.gentle = true;

  // A half-written message to an adviser is no place for what comes next.
  if (dc.activeDialog?.id === PERSON_DIALOG) await dc.cancelAllDialogs();
  const matter = triage.topics.find((topic) => topic !== 'safeguarding' && topic !== 'other');
  if (memory.situation === null && matter !== undefined) {
    const usual = services.knowledge().taxonomy.topics[matter].counterparty;
    memory.situation = newSituation(triage, matter, memory.council, usual);
    memory.reading = triage;
  }
  const young = triage.cues.youngPerson === true || memory.situation?.cues.youngPerson === true;
  // Whoever deals with their case, or reads the message they left, sees it in red.
  const { open, last } = handoff;
  if (last !== null && last.status.state !== 'closed' && last.status.state !== 'abandoned') {
    effects.push({ type: 'case', command: { type: 'said', danger: true } });
  }
  const { queue, buttons } = services.wording;
  const numbers = paragraphs(
    urgentReply(services, memory.council, young),
    open === null ? null : queue.still,
  );
  await dc.context.sendActivity(reply(numbers, open === null ? [buttons.person] : []));
  return true;
};
