import { mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import { urgentReply } from '../safety.ts';
import type { Handler } from './handler.ts';

/** Rule 1: safety before everything, in every state. An open question stays open for when they come back to it. */
export const answerDanger: Handler = async (dc, { triage }, services) => {
  if (!triage.urgent) return false;
  const { memory } = mindOf(dc.context);
  const young = triage.cues.youngPerson === true || memory.situation?.cues.youngPerson === true;
  await dc.context.sendActivity(
    reply(urgentReply(services, memory.council, young), [services.wording.buttons.person]),
  );
  return true;
};
