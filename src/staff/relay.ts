/** A family's words on their way to the adviser's own chat: as they were typed, never read as Markdown. */
import { z } from 'zod';
import type { Case } from '../handoff/case.ts';
import { fill } from '../shared/fill.ts';
import type { StorageReads, StoredActivity } from '../storage/storage.ts';
import { casesInTeams } from './asker.ts';
import { spoken } from './cards/card.ts';
import { type StaffReply, say } from './reply.ts';
import type { StaffWording } from './wording.ts';

/** A message of this many letters is small enough for Teams, whatever letters they are. */
const LONGEST_PIECE = 6_000;
/** Of what was said before; the console shows it all. */
const LONGEST_BEFORE = 12_000;
const MOST_BEFORE = 200;
/** Of one answer of the bot's, which the card sums up better. */
const LONGEST_ANSWER = 400;

/** @param ref of the case, when the adviser has several */
export function familyLines(text: string, ref: string | null, words: StaffWording): StaffReply[] {
  const before = ref === null ? words.relay.one : fill(words.relay.several, { ref });
  return pieces(text).map((piece) => ({ type: 'plain', text: `${before}${piece}` }));
}

/** What was said before, as far as the family shares it, and how to answer. */
export async function introduction(
  tx: StorageReads,
  of: Case,
  adviserId: string,
  words: StaffWording,
): Promise<StaffReply[]> {
  const said = await tx.activitiesAfter(of.conversationId, of.sharedAfter, MOST_BEFORE);
  const before = saidBefore(said, of, words);
  const row = await tx.adviser(adviserId);
  const talks = row === null ? [] : await casesInTeams(tx, row, ['claimed', 'live']);
  const several = talks.some(({ id }) => id !== of.id);
  const how = several ? words.case.howToAnswerSeveral : words.case.howToAnswer;
  const followUp = of.status.state === 'wrapping';
  return [
    ...(before === null ? [] : [{ type: 'plain' as const, text: before }]),
    ...(followUp ? [] : [say(how)]),
  ];
}

const Message = z.object({ type: z.literal('message'), text: z.string().min(1) });

function saidBefore(said: readonly StoredActivity[], of: Case, { case: words }: StaffWording): string | null {
  const lines = said.flatMap(({ from, activity }) => {
    const message = Message.safeParse(activity).data;
    if (message === undefined) return [];
    if (from === 'user') return [`${words.family}: ${message.text}`];
    if (from === 'adviser') return [`${words.adviser}: ${message.text}`];
    const answer = spoken(message.text);
    return [
      `${words.bot}: ${answer.length > LONGEST_ANSWER ? `${answer.slice(0, LONGEST_ANSWER)}...` : answer}`,
    ];
  });
  if (lines.length === 0) return null;
  const head = fill(words.saidBefore, { ref: of.ref });
  const all = lines.join('\n\n');
  if (all.length <= LONGEST_BEFORE) return `${head}\n\n${all}`;
  return `${head}\n\n${words.cut}\n\n${all.slice(-LONGEST_BEFORE)}`;
}

/** Cut between letters, never within one. */
function pieces(text: string): string[] {
  const letters = [...text];
  const parts: string[] = [];
  for (let start = 0; start < letters.length; start += LONGEST_PIECE)
    parts.push(letters.slice(start, start + LONGEST_PIECE).join(''));
  return parts;
}
