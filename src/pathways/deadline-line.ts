import type { AnswerWording } from '../knowledge/schema/wording.ts';
import { dayInWords } from '../shared/day-in-words.ts';
import { fill } from '../shared/fill.ts';
import type { IsoDate } from '../shared/vocabulary.ts';
import type { Deadline } from './schema.ts';

/**
 * What must happen by when, how it was counted, and what can be done when the day has gone.
 * `countedAbove`: the same day has just been explained, so the counting is not said again.
 */
export function deadlineLine(
  deadline: Deadline,
  today: IsoDate,
  wording: AnswerWording,
  countedAbove = false,
): string {
  const day = dayInWords(dayToSay(deadline, today));
  const family = deadline.binds === 'family';
  const head = deadline.passed ? (family ? wording.deadlinePassed : wording.bodyLate) : wording.deadline;
  const sentences = [
    `${fill(head, { label: deadline.label, day })}.`,
    ...(countedAbove ? [] : [deadline.counted]),
    ...(deadline.passed || countedAbove || !family || deadline.counted.includes(wording.letterWins)
      ? []
      : [wording.letterWins]),
    ...(deadline.passed && deadline.late !== undefined ? [deadline.late] : []),
  ];
  return sentences.join(' ');
}

export type DatesOf = Pick<Deadline, 'date' | 'acceptedUntil' | 'passed'>;

/** The safe day; once that has gone, the last day that is still accepted, while there is one. */
export function dayToSay({ date, acceptedUntil, passed }: DatesOf, today: IsoDate): IsoDate {
  return date < today && !passed ? acceptedUntil : date;
}
