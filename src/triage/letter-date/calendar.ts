import { Temporal } from 'temporal-polyfill';

export type Day = Temporal.PlainDate;

/** The day, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return new Temporal.PlainDate(year, month, day);
}

/** A year as it is written: "26" is 2026. */
export function fullYear(written: string): number {
  const year = Number(written);
  return written.length === 2 ? 2000 + year : year;
}

export const isAfter = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0;

/**
 * Day and month without a year: the last time there was one, or with `ahead` the next.
 * Null when neither this year nor the one beside it has that day (29 February).
 */
export function nearestYear(month: number, day: number, today: Day, ahead: boolean): Day | null {
  const here = dayOf(today.year, month, day);
  if (ahead) return here !== null && !isAfter(today, here) ? here : dayOf(today.year + 1, month, day);
  return here !== null && !isAfter(here, today) ? here : dayOf(today.year - 1, month, day);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
