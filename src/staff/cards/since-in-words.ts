import { dayInEngland } from '../../shared/clock.ts';
import { momentInWords, timeInEngland } from '../../shared/moment-in-words.ts';

/** "10:42", or "Friday 20 November 2026, 10:42" when that was another day in England. */
export function sinceInWords(at: Date, now: Date): string {
  return dayInEngland(at) === dayInEngland(now) ? timeInEngland(at) : momentInWords(at);
}
