/** A case's closed words, as an adviser reads them in a record or a mail. */

import { momentInWords } from '../../shared/moment-in-words.ts';
import type { Case, CaseReason } from '../case.ts';
import type { CASE_EVENTS } from '../command.ts';

export const REASON_WORDS: Readonly<Record<CaseReason, string>> = {
  asked: 'the family asked for a person',
  'not-understood': 'the bot did not understand them',
  danger: 'danger was disclosed',
  'about-the-bot': 'it is about the bot itself',
};

export const EVENT_WORDS: Readonly<Record<(typeof CASE_EVENTS)[number], string>> = {
  opened: 'opened the case',
  claimed: 'took the case',
  joined: 'came to the conversation',
  'went-away': 'lost the connection',
  'came-back': 'came back',
  said: 'wrote to the family',
  noted: 'wrote a note for advisers',
  transferred: 'handed the case to a colleague',
  returned: 'put the case back into the queue',
  finished: 'ended the talk',
  closed: 'closed the case',
  warned: 'told the family that nobody had come yet',
  abandoned: 'the case ended without an adviser',
  'message-left': 'left a message',
  'flagged-red': 'marked the case: danger was disclosed',
  exported: 'a copy was given out',
};

/** What has become of the case, in a line. @param outcomeOf what an outcome's id is called */
export function statusWords({ status }: Case, outcomeOf: (id: string) => string): string {
  const when = (at: string) => momentInWords(new Date(at));
  switch (status.state) {
    case 'waiting':
      return `waiting since ${when(status.since)}`;
    case 'claimed':
      return `taken by ${status.adviser.name} on ${when(status.at)}`;
    case 'live':
      return `talking with ${status.adviser.name}`;
    case 'wrapping':
      return `being written up by ${status.adviser.name} since ${when(status.at)}`;
    case 'message-left':
      return `a message was left on ${when(status.since)}; nobody has taken it yet`;
    case 'closed':
      return `closed on ${when(status.at)}, outcome: ${outcomeOf(status.outcome)}`;
    case 'abandoned':
      return `ended on ${when(status.at)}: ${ENDED_WORDS[status.why]}`;
  }
}

const ENDED_WORDS = {
  left: 'the family left',
  'nobody-came': 'nobody came',
  forgotten: 'the family asked that it be forgotten',
} as const;
