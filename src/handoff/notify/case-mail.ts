import { dayInWords } from '../../shared/day-in-words.ts';
import { momentInWords } from '../../shared/moment-in-words.ts';
import type { Email } from '../outbox/email-item.ts';
import { REASON_WORDS } from '../records/case-words.ts';
import { typedWords } from '../records/plain-words.ts';
import { indented } from '../records/transcript.ts';
import type { CaseNotice } from './case-notices.ts';
import { type NoticeFacts, waitingSince } from './notice-facts.ts';

const HEADLINES: Readonly<Record<CaseNotice, string>> = {
  waiting: 'A family is waiting for an adviser',
  'message-left': 'A message is waiting for an answer',
  danger: 'Danger was disclosed in a case',
  'not-answered': 'A family still waits, nobody has come',
  'gave-up': 'A family was told that nobody could come',
};

/** A notice as plain text. The subject holds the council and the reference, and nothing of the family. */
export function caseMail(facts: NoticeFacts): Pick<Email, 'subject' | 'text'> {
  const { notice, of, place, deadline, link, words } = facts;
  const headline = HEADLINES[notice];
  const urgent = of.red && notice !== 'danger' ? 'Urgent: ' : '';
  const lines = [
    `Council: ${place}`,
    `Reference: ${of.ref}`,
    `Why: ${REASON_WORDS[of.reason]}`,
    `Since: ${momentInWords(new Date(waitingSince(of)))}`,
    ...(of.red ? ['Danger was disclosed. Please look at this case first.'] : []),
    ...(deadline === null ? [] : [`Deadline: ${deadline.label} (${dayInWords(deadline.date)})`]),
  ];
  const parts = [
    `${headline}.`,
    lines.join('\n'),
    ...(words === null ? [] : [`The message they left:\n\n${indented(typedWords(words))}`]),
    link === null ? 'Open the case in the adviser console.' : `Open the case: ${link}`,
    'Signpost sent this by itself. Nobody reads replies to it.',
  ];
  return { subject: `${urgent}${headline} (${place}, ${of.ref})`, text: `${parts.join('\n\n')}\n` };
}
