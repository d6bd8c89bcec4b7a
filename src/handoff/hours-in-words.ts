/** "today at 1pm", "tomorrow at 9am", "on Monday 23 November at 9:30am": when somebody is back. */
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';
const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** @param now when it is said; never after `at` */
export function hoursInWords(at: Date, now: Date): string {
  const then = inEngland(at);
  const today = inEngland(now).toPlainDate();
  const days = today.until(then.toPlainDate()).days;
  return `${dayWords(then.toPlainDate(), days)} at ${timeWords(then.toPlainTime())}`;
}

function dayWords(day: Temporal.PlainDate, days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return `on ${format.format(new Date(`${day.toString()}T00:00:00Z`)).replace(',', '')}`;
}

/** "12pm" means noon to some and midnight to others, so neither is called that. */
function timeWords({ hour, minute }: Temporal.PlainTime): string {
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function inEngland(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
}
