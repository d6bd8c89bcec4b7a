import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { addCalendarMonths } from './calendar-months.ts';
import { applyTribunalRule } from './tribunal-rule.ts';
import type { BankHolidaySet } from './working-days.ts';

/**
 * The two days of an SEN appeal (SI 2008/2699 r.20(1)(c), r.12): two months from the decision or one
 * month from the certificate, whichever is later.
 *
 * @param certificate the day the mediation certificate was issued; null when there is none, or when only
 *   the school named in Section I is appealed
 * @returns `appeal_by` the day to work to, `accepted_until` the last that still counts
 * @throws RangeError when a day is not a real `YYYY-MM-DD`
 */
export function appealDates(
  decision: IsoDate,
  certificate: IsoDate | null,
  bankHolidays: BankHolidaySet,
): { appeal_by: IsoDate; accepted_until: IsoDate } {
  const fromLetter = addCalendarMonths(Temporal.PlainDate.from(decision), 2);
  const fromCertificate =
    certificate === null ? fromLetter : addCalendarMonths(Temporal.PlainDate.from(certificate), 1);
  const appealBy = Temporal.PlainDate.compare(fromCertificate, fromLetter) > 0 ? fromCertificate : fromLetter;
  return {
    appeal_by: appealBy.toString(),
    accepted_until: applyTribunalRule(appealBy, bankHolidays).day.toString(),
  };
}
