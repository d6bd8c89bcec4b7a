import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../../pathways/schema.ts';
import { fill } from '../../shared/fill.ts';
import type { StaffWording } from '../wording.ts';

/** How many days are left until a deadline's last day, and the words for it. */
export function daysLeft(
  { date, acceptedUntil, passed }: Pick<Deadline, 'date' | 'acceptedUntil' | 'passed'>,
  today: string,
  words: StaffWording['answer'],
): { readonly days: number; readonly words: string } {
  const last = date < today ? acceptedUntil : date;
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(last)).days;
  if (passed || days < 0) return { days, words: words.passed };
  if (days === 0) return { days, words: words.today };
  return { days, words: days === 1 ? words.dayLeft : fill(words.daysLeft, { n: String(days) }) };
}
