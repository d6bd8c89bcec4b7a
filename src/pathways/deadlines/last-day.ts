import type { Temporal } from 'temporal-polyfill';
import type { Count } from '../../knowledge/schema/clock.ts';
import { addCalendarMonths } from './calendar-months.ts';
import { addWorkingDays, type BankHolidaySet } from './working-days.ts';

/** The last day of a period that runs from `start`, before any rule moves it. */
export function lastDay(
  count: Count,
  start: Temporal.PlainDate,
  bankHolidays: BankHolidaySet,
): Temporal.PlainDate {
  switch (count.unit) {
    case 'months':
      return addCalendarMonths(start, count.n).subtract({ days: count.inclusive ? 1 : 0 });
    case 'weeks':
      return start.add({ weeks: count.n });
    case 'days':
      return start.add({ days: count.inclusive ? count.n - 1 : count.n });
    case 'working-days':
    case 'school-days':
      return addWorkingDays(start, count.n, bankHolidays);
    case 'before-day':
      return start.with({ month: count.month, day: count.day }).subtract({ days: 1 });
    case 'months-before':
      return addCalendarMonths(start, -count.n);
    default:
      return count satisfies never;
  }
}
