import { Temporal } from 'temporal-polyfill';
import type { Count } from '../../knowledge/schema/clock.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { addCalendarMonths } from './calendar-months.ts';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * How a period runs, so that a parent can check it with a calendar: "two months from the date on your
 * letter, Thursday 12 November 2026". No capital, no full stop.
 */
export function countInWords(count: Count, start: IsoDate, fromWords: string): string {
  const first = `${fromWords}, ${dayInWords(start)}`;
  switch (count.unit) {
    case 'months':
      return count.inclusive
        ? `${some(count.n, 'month')}, less one day, from ${first}, because that day counts as the first`
        : `${some(count.n, 'month')} from ${first}`;
    case 'weeks':
      return `${some(count.n, 'week')} from ${first}`;
    case 'days':
      return count.inclusive
        ? `${some(count.n, 'day')}, counting ${first}, as day one`
        : `${some(count.n, 'day')} after ${first}`;
    case 'working-days':
      return `${some(count.n, 'working day')} after ${first}. Weekends and bank holidays are not counted`;
    case 'school-days':
      return `${some(count.n, 'school day')} after ${first}. We counted weekdays that are not bank holidays. Days when the school is closed do not count, so the real day may be later`;
    case 'before-day':
      return `it must be done before ${count.day} ${monthName(count.month)}, in the year of ${first}`;
    case 'months-before':
      return `${some(count.n, 'month')} before ${first}`;
    default:
      return count satisfies never;
  }
}

function some(n: number, unit: string): string {
  return `${SMALL[n] ?? n} ${unit}${n === 1 ? '' : 's'}`;
}

/** Why a month's count ended early: "February has no day 31, so we take its last day." */
export function shortMonthInWords(count: Count, start: IsoDate): string | undefined {
  if (count.unit !== 'months') return undefined;
  const day = Temporal.PlainDate.from(start);
  const end = addCalendarMonths(day, count.n);
  return end.day === day.day
    ? undefined
    : `${monthName(end.month)} has no day ${day.day}, so we take its last day.`;
}

function monthName(month: number): string {
  return dayInWords(`2026-${String(month).padStart(2, '0')}-01`).split(' ')[2] ?? '';
}
