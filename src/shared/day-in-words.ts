/** "Tuesday 3 March 2026": a day as it is said back to a parent. */
import type { IsoDate } from './vocabulary.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function dayInWords(day: IsoDate): string {
  return format.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}
