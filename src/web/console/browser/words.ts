import type { CaseReason, CaseState } from '../../../handoff/case.ts';
import type { Refusal } from '../../../handoff/command.ts';

export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  waiting: 'Waiting',
  claimed: 'Taken, not opened yet',
  live: 'Talking',
  wrapping: 'Outcome to record',
  closed: 'Closed',
  abandoned: 'Ended without an adviser',
  'message-left': 'Message left',
};

/** Of a left message that somebody has taken. */
export const FOLLOW_UP = 'Message to follow up';

export const REASON_WORDS: Readonly<Record<CaseReason, string>> = {
  asked: 'Asked for a person',
  'not-understood': 'Signpost did not understand',
  danger: 'Danger mentioned',
  'about-the-bot': 'A complaint about Signpost',
};

/** Of `CASE_EVENTS`; one that is not known here is shown by its own name. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  opened: 'Asked for an adviser',
  claimed: 'Took the case',
  joined: 'Joined the talk',
  'went-away': 'Lost the connection',
  'came-back': 'Came back',
  said: 'Replied',
  noted: 'Note',
  transferred: 'Passed the case on',
  returned: 'Went back to the queue',
  finished: 'Talk ended',
  closed: 'Closed',
  warned: 'The family was told that nobody has come yet',
  abandoned: 'Ended without an adviser',
  'message-left': 'Left a message',
  'flagged-red': 'Danger mentioned',
  exported: 'Exported',
};

export const WORDS = {
  lost: 'Connection lost. Trying again.',
  back: 'Connected again.',
  tooMany:
    'You have this page open in many windows, so this one is slower now. Close the others and load it again.',
  signedOut: 'Your sign-in has ended. What you wrote is kept in this tab.',
  noteSeen: 'Only advisers see this',
  onlyFromNow: 'The family shares only what is said from here on.',
  onlyMessage: 'The family shares this message, and not the chat before it.',
  notDone: 'That did not work. Please try again.',
  notAnswered: 'The service did not answer. Please try again.',
  gone: 'There is no such case, or it is not one of your councils.',
} as const;

/** Why an act was not carried out, for the adviser. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.why) {
    case 'taken':
      return `${refusal.by.name} has taken this case.`;
    case 'not-yours':
      return refusal.by === null
        ? 'This case is no longer yours. It went back to the queue.'
        : `This case is no longer yours. ${refusal.by.name} has it.`;
    case 'over':
      return 'This case is over.';
    case 'not-now':
      return 'That cannot be done now. The talk may have ended.';
    case 'unknown-colleague':
      return 'This colleague cannot take the case.';
  }
}
