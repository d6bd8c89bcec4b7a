/** Days on which courts and councils work in England and Wales: no weekend, no bank holiday. */
import type { Temporal } from 'temporal-polyfill';

/** Bank holidays as `YYYY-MM-DD`; Good Friday and Christmas Day are among them. */
export type BankHolidaySet = ReadonlySet<string>;

export function isWorkingDay(day: Temporal.PlainDate, bankHolidays: BankHolidaySet): boolean {
  return day.dayOfWeek <= 5 && !bankHolidays.has(day.toString());
}

/** The day itself when it is a working day, or else the first one after it. */
export function workingDayOnOrAfter(
  day: Temporal.PlainDate,
  bankHolidays: BankHolidaySet,
): Temporal.PlainDate {
  let next = day;
  while (!isWorkingDay(next, bankHolidays)) next = next.add({ days: 1 });
  return next;
}

/** The n-th working day after `day`; `day` itself is not counted. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  n: number,
  bankHolidays: BankHolidaySet,
): Temporal.PlainDate {
  let last = day;
  for (let counted = 0; counted < n; counted += 1) {
    last = workingDayOnOrAfter(last.add({ days: 1 }), bankHolidays);
  }
  return last;
}
