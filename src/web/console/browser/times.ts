const MINUTE = 60_000;
const ZONE = 'Europe/London';

/** "4 min", "2 h 5 min", "3 days". */
export function spell(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day' : `${days} days`;
}

/** "3 days left", "1 day left", "today", "passed 2 days ago". */
export function daysLeft(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `passed ${count} ago`;
}

export type Closeness = 'passed' | 'soon' | 'later';
/** A week is what a letter and an appointment take. */
export function closeness(days: number): Closeness {
  return days < 0 ? 'passed' : days <= 7 ? 'soon' : 'later';
}

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat('en-GB', options);
  return (at: string) => made.format(Date.parse(at));
};
/** "14:05" in England. */
export const clockTime = format({ hour: '2-digit', minute: '2-digit', timeZone: ZONE });
/** "21 Nov, 14:05" in England. */
export const dayAndTime = format({
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: ZONE,
});
/** "Tuesday 12 January 2027" of `2027-01-12`. */
export const wholeDay = (date: string) =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })(date).replace(
    ',',
    '',
  );
