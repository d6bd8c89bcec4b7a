import { dayInEngland } from './clock.ts';
import { dayInWords } from './day-in-words.ts';

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

/** "14:05", by the clock in England. */
export function timeInEngland(at: Date): string {
  return clockFormat.format(at);
}

/** "Saturday 21 November 2026, 14:05", by the clock in England. */
export function momentInWords(at: Date): string {
  return `${dayInWords(dayInEngland(at))}, ${timeInEngland(at)}`;
}
