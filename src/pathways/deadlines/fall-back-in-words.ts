import { dayInWords } from '../../shared/day-in-words.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { Moved } from './tribunal-rule.ts';

const WHY: Record<Exclude<Moved, null>, string> = {
  christmas: 'That day is between 25 December and 1 January',
  august: 'That day is in August',
  'not-a-working-day': 'That day is a weekend or a bank holiday',
};

/** What a moved last day means for a family: something to fall back on, never the day to plan for. */
export function fallBackInWords(
  moved: Moved,
  date: IsoDate,
  acceptedUntil: IsoDate,
  today: IsoDate,
): string | undefined {
  if (moved === null || today > acceptedUntil) return undefined;
  const rule = `${WHY[moved]}, so the tribunal still takes an appeal that reaches it by ${dayInWords(acceptedUntil)}`;
  return today > date
    ? `${rule}. Send it today.`
    : `${rule}. Use that only as a fall-back: aim for ${dayInWords(date)}.`;
}
