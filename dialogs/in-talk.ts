/**
 * A message while a person has the case: it goes to them, and the bot says nothing (rule 10). Only danger,
 * "forget this", "end the chat" and the word "help" are still the bot's.
 */
import type { DialogContext } from 'botbuilder-dialogs';
import { type AdviserRef, adviserOf, type Case } from '../src/handoff/case.ts';
import { fill } from '../src/shared/fill.ts';
import { forgetAll } from './handlers/command.ts';
import { hear } from './hear.ts';
import { hears } from './hearing/phrases.ts';
import { plain } from './hearing/plain.ts';
import { readInput } from './input.ts';
import { mindOf } from './memory.ts';
import { paragraphs, reply } from './reply.ts';
import { gentleNumbers, urgentReply } from './safety.ts';
import type { Services } from './services.ts';

/** Whether an adviser has the case: opened, or just taken. */
export function isWithAdviser(open: Case | null): open is Case {
  return open !== null && open.status.state !== 'waiting';
}

export async function inTalk(dc: DialogContext, talk: Case, services: Services): Promise<void> {
  const { memory, effects } = mindOf(dc.context);
  const { hearing, wording } = services;
  const name = nameIn(adviserOf(talk));
  const send = (text: string) => dc.context.sendActivity(reply(text));
  // A question of the bot's from before is not what they answer now.
  if (dc.activeDialog !== undefined) await dc.cancelAllDialogs();

  const input = readInput(dc.context.activity);
  if (input.type === 'attachment') {
    await send(fill(wording.talk.notText, { name }));
    return;
  }
  if (input.type === 'empty') return;
  const text = input.type === 'text' ? input.text : '';
  const said = plain(text);
  const heard = hear(text, services);
  const council = memory.council ?? talk.council;
  if (heard.triage.urgent) {
    memory.danger = 'said';
    memory.gentle = true;
    effects.push({ type: 'case', command: { type: 'said', danger: true } });
    const young = heard.triage.cues.youngPerson ?? memory.situation?.cues.youngPerson ?? false;
    // The numbers stand above already, and two people are talking: a second time in short.
    const numbers = talk.red ? services.body('emergency') : urgentReply(services, council, young);
    await send(paragraphs(numbers, fill(wording.talk.danger, { name })));
    return;
  }
  if (hears(said, hearing.commands.forget, hearing.fillers)) return forgetAll(dc, services);
  if (!heard.wantsEnd && hears(said, hearing.endTalk, hearing.fillers)) {
    effects.push({ type: 'case', command: { type: 'leave' } });
    memory.toldOfEnd = talk.id;
    // Of an adviser who has not come yet they know nothing.
    const came = talk.status.state === 'live';
    await send(came ? fill(wording.talk.ended, { name }) : wording.queue.left);
    return;
  }

  effects.push({ type: 'case', command: { type: 'said', danger: false } });
  memory.wrote = true;
  if (heard.triage.maybeUrgent && (heard.wantsEnd || !memory.gentle)) {
    memory.gentle = true;
    await send(gentleNumbers(services, council, null));
  } else if (hears(said, hearing.askHowToEnd, hearing.fillers)) {
    await send(fill(wording.talk.help, { name }));
  } else if (talk.status.state === 'claimed' && memory.toldOfClaim !== talk.status.at) {
    // Nobody has told them of the claim: until the adviser is there, the bot would seem to have died.
    memory.toldOfClaim = talk.status.at;
    await send(wording.talk.opening);
  }
}

const nameIn = (adviser: AdviserRef | null): string => adviser?.name ?? '';
