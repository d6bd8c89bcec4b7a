import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';

/** The instant at which a day begins in England; `after` so many days later. */
export function dayBegins(day: IsoDate, after = 0): Date {
  const begins = Temporal.PlainDate.from(day).add({ days: after }).toZonedDateTime('Europe/London');
  return new Date(begins.epochMilliseconds);
}
