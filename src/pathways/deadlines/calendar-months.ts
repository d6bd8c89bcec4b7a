import type { Temporal } from 'temporal-polyfill';

/**
 * The same day number `months` later (or earlier, when negative). A month without that day ends on its
 * last one: 31 December and two months is 28 or 29 February.
 */
export function addCalendarMonths(day: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return day.add({ months }, { overflow: 'constrain' });
}
