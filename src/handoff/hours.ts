/** When a service's advisers are there, by the clock in England with its two changes a year. Pure. */
import { Temporal } from 'temporal-polyfill';
import { type Advisers, WEEKDAYS } from '../knowledge/schema/advisers.ts';

const ZONE = 'Europe/London';

/** Whoever opens later than this is not said to come back. Under a year, so that a day needs no year. */
const DAYS_AHEAD = 300;

export interface Opening {
  readonly hours: Advisers['hours'];
  readonly closures: Advisers['closures'];
  /** `YYYY-MM-DD` */
  readonly bankHolidays: ReadonlySet<string>;
}

/** Whether somebody is there at that instant. The minute of closing is closed. */
export function isOpen(opening: Opening, at: Date): boolean {
  return spellsOn(dayOf(at), opening).some(({ from, to }) => from <= at && at < to);
}

/** The first instant, `at` itself or later, when somebody is there; null when there is none for {@link DAYS_AHEAD} days. */
export function opensAt(opening: Opening, at: Date): Date | null {
  const today = dayOf(at);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const next = spellsOn(today.add({ days: ahead }), opening)
      .filter(({ to }) => to > at)
      .map(({ from }) => (from > at ? from : at))
      .sort((a, b) => a.getTime() - b.getTime())[0];
    if (next !== undefined) return next;
  }
  return null;
}

/** The spells of a day as instants. An hour that the clock skips in March begins when the skip is over. */
function spellsOn(day: Temporal.PlainDate, { hours, closures, bankHolidays }: Opening) {
  const name = WEEKDAYS[day.dayOfWeek - 1];
  const date = day.toString();
  const shut = bankHolidays.has(date) || closures.some(({ from, to }) => from <= date && date <= to);
  if (name === undefined || shut) return [];
  const instant = (time: string) =>
    new Date(day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds);
  const midnight = new Date(day.add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds);
  return (hours[name] ?? [])
    .map(({ from, to }) => ({ from: instant(from), to: to === '24:00' ? midnight : instant(to) }))
    .filter(({ from, to }) => from < to);
}

function dayOf(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
}
