/** The only place that asks what time it is; everywhere else it is passed in. */
import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from './vocabulary.ts';

export interface Clock {
  /** Now, as an instant. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The day it is in England at that instant, `YYYY-MM-DD`. */
export function dayInEngland(now: Date): IsoDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString();
}
