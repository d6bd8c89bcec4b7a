import { type DatesOf, dayToSay } from '../../pathways/deadline-line.ts';
import { daysBetween } from '../../pathways/next-deadline.ts';
import { fill } from '../../shared/fill.ts';
import type { StaffWording } from '../wording.ts';

/** How many days are left until the day that is said for a deadline, and the words for it. */
export function daysLeft(
  deadline: DatesOf,
  today: string,
  words: StaffWording['answer'],
): { readonly days: number; readonly words: string } {
  const days = daysBetween(today, dayToSay(deadline, today));
  if (deadline.passed || days < 0) return { days, words: words.passed };
  if (days === 0) return { days, words: words.today };
  return { days, words: days === 1 ? words.dayLeft : fill(words.daysLeft, { n: String(days) }) };
}
