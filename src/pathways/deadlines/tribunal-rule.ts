/**
 * SI 2008/2699 r.12: when the time for starting an SEN appeal ends on an awkward day, a later day still
 * counts. It moves the end only and leaves no day out of the count, and never helps a discrimination claim.
 */
import type { Temporal } from 'temporal-polyfill';
import { type BankHolidaySet, workingDayOnOrAfter } from './working-days.ts';

/** Why a last day moves, or null when it stands. */
export type Moved = 'christmas' | 'august' | 'not-a-working-day' | null;

/**
 * The last day on which an appeal still counts, and why. The rules are not chained: a Saturday 31 July
 * gives the Monday, not September, since nothing read says that both may be used.
 */
export function applyTribunalRule(
  day: Temporal.PlainDate,
  bankHolidays: BankHolidaySet,
): { readonly day: Temporal.PlainDate; readonly moved: Moved } {
  if (isChristmas(day)) {
    const year = day.month === 12 ? day.year + 1 : day.year;
    const after = day.with({ year, month: 1, day: 2 });
    return { day: workingDayOnOrAfter(after, bankHolidays), moved: 'christmas' };
  }
  if (day.month === 8) {
    return { day: workingDayOnOrAfter(day.with({ month: 9, day: 1 }), bankHolidays), moved: 'august' };
  }
  const next = workingDayOnOrAfter(day, bankHolidays);
  return { day: next, moved: next.equals(day) ? null : 'not-a-working-day' };
}

/** 25 December to 1 January, both included. */
function isChristmas(day: Temporal.PlainDate): boolean {
  return (day.month === 12 && day.day >= 25) || (day.month === 1 && day.day === 1);
}
