import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';

/** The day by which a page checked on `today` is to be checked again: half a year on. */
export function pageEnd(today: IsoDate): IsoDate {
  return Temporal.PlainDate.from(today).add({ months: 6 }).toString();
}
