import { z } from 'zod';
import { fill } from '../../shared/fill.ts';
import { momentInWords } from '../../shared/moment-in-words.ts';
import type { StoredActivity } from '../../storage/storage.ts';
import type { Email } from '../outbox/email-item.ts';
import { transcript } from './transcript.ts';

const Line = z.string().min(1);

/** The words of both mails, from the bot's wording. The subjects are seen by whoever sees the phone. */
export const CopyMailWords = z.strictObject({
  codeSubject: Line,
  /** `{code}` */
  code: Line,
  copySubject: Line,
  /** `{when}` */
  copy: Line,
  /** What the family is called in its own copy. */
  you: Line,
});
export type CopyMailWords = z.infer<typeof CopyMailWords>;

/** Holds the code and nothing of the conversation: the address may turn out to be somebody else's. */
export function codeMail(
  words: CopyMailWords,
  { address, code, until }: { readonly address: string; readonly code: string; readonly until: Date },
): Email {
  const text = `${fill(words.code, { code }).trim()}\n`;
  return { to: address, subject: words.codeSubject, text, until: until.toISOString() };
}

/** The conversation as the family saw it. */
export function copyMail(
  words: CopyMailWords,
  address: string,
  activities: readonly StoredActivity[],
  now: Date,
): Email {
  const open = fill(words.copy, { when: momentInWords(now) }).trim();
  const text = `${open}\n\n${transcript(activities, { family: words.you })}\n`;
  return { to: address, subject: words.copySubject, text, until: null };
}
