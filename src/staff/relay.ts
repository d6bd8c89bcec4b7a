/** A family's words on their way to the adviser's own chat. */
import { z } from 'zod';
import type { Case } from '../handoff/case.ts';
import { latestShared } from '../handoff/shared-talk.ts';
import { fill } from '../shared/fill.ts';
import type { StorageReads, StoredActivity } from '../storage/storage.ts';
import { casesInTeams } from './asker.ts';
import { spoken } from './cards/markdown.ts';
import { familyCards, type SaidLine, saidCard } from './cards/words-cards.ts';
import { type StaffReply, say, show } from './reply.ts';
import type { StaffWording } from './wording.ts';

/** Of one answer of the bot's, which the case's own card sums up better. */
const LONGEST_ANSWER = 400;

/** @param ref of the case, when the adviser has several */
export function familyLines(words: string, ref: string | null, { relay }: StaffWording): StaffReply[] {
  return familyCards(ref === null ? relay.one : fill(relay.several, { ref }), words).map(show);
}

/** What was said before, as far as the family shares it, and how to answer. */
export async function introduction(
  tx: StorageReads,
  of: Case,
  adviserId: string,
  words: StaffWording,
): Promise<StaffReply[]> {
  const lines = saidBefore(await latestShared(tx, of), words);
  const row = await tx.adviser(adviserId);
  const talks = row === null ? [] : await casesInTeams(tx, row, ['claimed', 'live']);
  const several = talks.some(({ id }) => id !== of.id);
  const how = several ? words.case.howToAnswerSeveral : words.case.howToAnswer;
  const title = fill(words.case.saidBefore, { ref: of.ref });
  return [
    ...(lines.length === 0 ? [] : [show(saidCard(title, words.case.cut, lines))]),
    ...(of.status.state === 'wrapping' ? [] : [say(how)]),
  ];
}

const Message = z.object({ type: z.literal('message'), text: z.string().min(1) });

function saidBefore(said: readonly StoredActivity[], { case: words }: StaffWording): SaidLine[] {
  return said.flatMap(({ from, activity }) => {
    const message = Message.safeParse(activity).data;
    if (message === undefined) return [];
    if (from !== 'bot') return [{ who: from === 'user' ? words.family : words.adviser, words: message.text }];
    const answer = spoken(message.text);
    const short = answer.length > LONGEST_ANSWER ? `${answer.slice(0, LONGEST_ANSWER)} ...` : answer;
    return [{ who: words.bot, words: short }];
  });
}
