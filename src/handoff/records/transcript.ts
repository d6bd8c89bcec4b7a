import { dayInEngland } from '../../shared/clock.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import { timeInEngland } from '../../shared/moment-in-words.ts';
import type { StoredActivity } from '../../storage/storage.ts';
import { type Spoken, spoken } from './spoken.ts';

/** Who is reading decides what the family is called. */
export interface TranscriptFacts {
  /** "You" to the family, "Family" to an adviser. */
  readonly family: string;
}

/**
 * What was said, in its order, as plain text: each day once, each message with its time in England and who
 * said it. The words are indented, so that nothing in them can pass for the name of somebody who spoke.
 */
export function transcript(activities: readonly StoredActivity[], facts: TranscriptFacts): string {
  let day = '';
  const lines: string[] = [];
  for (const one of activities.map(spoken)) {
    if (one === null) continue;
    const today = dayInWords(dayInEngland(one.at));
    if (today !== day) lines.push(...(day === '' ? [] : ['']), today);
    day = today;
    lines.push('', `${timeInEngland(one.at)}  ${nameOf(one, facts)}`, indented(one.words));
  }
  return lines.join('\n');
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

function nameOf({ who, name }: Spoken, { family }: TranscriptFacts): string {
  switch (who) {
    case 'family':
      return family;
    case 'bot':
      return 'Signpost (a computer program)';
    case 'adviser':
      return name === '' ? 'Adviser' : `${name} (adviser)`;
  }
}
