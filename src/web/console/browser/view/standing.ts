import type { CaseSheet } from '../../api.ts';
import { STATE_WORDS } from '../words.ts';

/** Where a case stands and who has it, in one sentence. */
export function standingOf({ state, adviser, followUp }: CaseSheet, me: string): string {
  if (adviser === null) return `${STATE_WORDS[state]}.`;
  const who = adviser.id === me ? 'you' : adviser.name;
  switch (state) {
    case 'claimed':
      return `Taken by ${who}. The talk has not begun.`;
    case 'live':
      return adviser.id === me ? 'You are talking to the family.' : `${who} is talking to the family.`;
    case 'wrapping':
      if (followUp)
        return adviser.id === me
          ? 'Ring or write to the family, then record how it ended.'
          : `${who} is following up this message.`;
      return `The talk is over. ${adviser.id === me ? 'You have' : `${who} has`} yet to record the outcome.`;
    default:
      return `${STATE_WORDS[state]} by ${who}.`;
  }
}

export const isMine = ({ adviser }: CaseSheet, me: string): boolean => adviser?.id === me;
