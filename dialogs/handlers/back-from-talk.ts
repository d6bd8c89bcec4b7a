import { adviserOf } from '../../src/handoff/case.ts';
import { fill } from '../../src/shared/fill.ts';
import { mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Handler } from './handler.ts';

/** Says once, after a talk with an adviser, that it is the bot again: nothing goes to an empty room. */
export const backFromTalk: Handler = async (dc, _, services) => {
  const { memory, handoff } = mindOf(dc.context);
  const { last } = handoff;
  if (last === null || memory.toldOfEnd === last.id || last.message !== null) return false;
  const { state } = last.status;
  const adviser = adviserOf(last);
  if ((state !== 'wrapping' && state !== 'closed') || adviser === null) return false;
  memory.toldOfEnd = last.id;
  // A question from before the talk is not what they answer now.
  await dc.cancelAllDialogs();
  await dc.context.sendActivity(reply(fill(services.wording.talk.botAgain, { name: adviser.name })));
  return false;
};
