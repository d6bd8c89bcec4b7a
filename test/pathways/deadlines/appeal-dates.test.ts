import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { appealDates } from '../../../src/pathways/deadlines/appeal-dates.ts';
import { addCalendarMonths } from '../../../src/pathways/deadlines/calendar-months.ts';
import { computeDeadline } from '../../../src/pathways/deadlines/compute-deadline.ts';
import { isWorkingDay } from '../../../src/pathways/deadlines/working-days.ts';
import { bankHolidays, clock } from './read-data.ts';

const { compare, from } = Temporal.PlainDate;
const day = fc.integer({ min: 0, max: 2900 }).map((n) => from('2024-01-01').add({ days: n }).toString());

describe('the day by which an appeal must arrive', () => {
  it('refuses a day that does not exist', () => {
    expect(() => appealDates('2027-02-29', null, bankHolidays)).toThrow(RangeError);
    expect(() => appealDates('12/11/2026', null, bankHolidays)).toThrow(RangeError);
  });

  it.each<[string, string | null, string, string, string]>([
    ['2026-11-12', null, '2027-01-12', '2027-01-12', 'an ordinary letter'],
    ['2026-12-31', null, '2027-02-28', '2027-03-01', 'no 31 February; the 28th is a Sunday'],
    ['2026-12-29', null, '2027-02-28', '2027-03-01', 'no 29 February in 2027'],
    ['2027-12-31', null, '2028-02-29', '2028-02-29', 'a leap year'],
    ['2027-12-29', null, '2028-02-29', '2028-02-29', 'a leap year that has the day'],
    ['2026-04-30', null, '2026-06-30', '2026-06-30', '30 April gives 30 June'],
    ['2026-07-31', null, '2026-09-30', '2026-09-30', 'no 31 September'],
    ['2026-10-24', null, '2026-12-24', '2026-12-24', 'Christmas Eve is not moved'],
    ['2026-10-25', null, '2026-12-25', '2027-01-04', 'Christmas Day: first working day after 1 January'],
    ['2026-10-29', null, '2026-12-29', '2027-01-04', 'between Christmas and New Year'],
    ['2026-11-01', null, '2027-01-01', '2027-01-04', "New Year's Day"],
    ['2026-11-02', null, '2027-01-02', '2027-01-04', 'a Saturday after the window'],
    ['2027-11-01', null, '2028-01-01', '2028-01-04', 'the Monday after is a bank holiday too'],
    ['2022-10-24', null, '2022-12-24', '2022-12-26', 'Saturday 24 December: the weekend rule alone'],
    ['2026-05-31', null, '2026-07-31', '2026-07-31', 'the last day of July is not moved'],
    ['2026-06-01', null, '2026-08-01', '2026-09-01', 'the first of August'],
    ['2026-06-30', null, '2026-08-30', '2026-09-01', 'late in August'],
    ['2027-06-20', null, '2027-08-20', '2027-09-01', 'August 2027'],
    ['2030-06-15', null, '2030-08-15', '2030-09-02', '1 September 2030 is a Sunday'],
    ['2027-05-31', null, '2027-07-31', '2027-08-02', 'Saturday 31 July: the rules are not chained'],
    ['2026-02-03', null, '2026-04-03', '2026-04-07', 'Good Friday: Tuesday after Easter Monday'],
    ['2026-02-06', null, '2026-04-06', '2026-04-07', 'Easter Monday'],
    ['2026-03-04', null, '2026-05-04', '2026-05-05', 'the early May bank holiday'],
    ['2026-10-28', null, '2026-12-28', '2027-01-04', 'a substitute day inside the Christmas window'],
    ['2026-09-10', '2026-10-25', '2026-11-25', '2026-11-25', 'a late certificate gives more time'],
    ['2026-09-10', '2026-10-01', '2026-11-10', '2026-11-10', 'an early certificate takes none away'],
    ['2026-10-01', '2026-11-01', '2026-12-01', '2026-12-01', 'both end on one day'],
    ['2026-10-01', '2026-11-29', '2026-12-29', '2027-01-04', 'the certificate month ends at Christmas'],
    ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-01', 'two months from 30 November is 30 January'],
    ['2026-12-20', '2027-01-31', '2027-02-28', '2027-03-01', 'one month from 31 January'],
  ])('letter %s, certificate %s: %s, accepted until %s (%s)', (decision, certificate, by, until) => {
    expect(appealDates(decision, certificate, bankHolidays)).toEqual({
      appeal_by: by,
      accepted_until: until,
    });
  });

  it('is never moved earlier, and what is accepted is always a working day', () => {
    fc.assert(
      fc.property(day, fc.option(day), (decision, certificate) => {
        const { appeal_by, accepted_until } = appealDates(decision, certificate, bankHolidays);
        expect(accepted_until >= appeal_by).toBe(true);
        expect(isWorkingDay(from(accepted_until), bankHolidays)).toBe(true);
        expect(appeal_by >= appealDates(decision, null, bankHolidays).appeal_by).toBe(true);
      }),
    );
  });

  it('is never accepted in August or between Christmas Day and New Year', () => {
    fc.assert(
      fc.property(day, (decision) => {
        const { appeal_by, accepted_until } = appealDates(decision, null, bankHolidays);
        const chained = accepted_until.slice(5, 7) === '08' && appeal_by.slice(5, 7) === '07';
        if (!chained) expect(accepted_until.slice(5)).not.toMatch(/^(08-|12-(2[5-9]|3)|01-01)/);
      }),
    );
  });

  it('never comes earlier for a later letter', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first = a, second = b] = [a, b].sort();
        const early = appealDates(first, null, bankHolidays);
        const late = appealDates(second, null, bankHolidays);
        expect(early.appeal_by <= late.appeal_by).toBe(true);
        expect(early.accepted_until <= late.accepted_until).toBe(true);
      }),
    );
  });

  it('is what the appeal clock gives', () => {
    fc.assert(
      fc.property(day, fc.option(day), (decision, certificate) => {
        const dates = { decision, ...(certificate === null ? {} : { certificate }) };
        const deadline = computeDeadline(clock('appeal'), dates, { today: '2026-11-21', bankHolidays });
        const { appeal_by, accepted_until } = appealDates(decision, certificate, bankHolidays);
        expect([deadline?.date, deadline?.acceptedUntil]).toEqual([appeal_by, accepted_until]);
      }),
    );
  });
});

describe('calendar months', () => {
  it('keep the day number, or take the last day of a month that lacks it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -12, max: 24 }), (start, months) => {
        const first = from(start);
        const end = addCalendarMonths(first, months);
        if (end.day !== first.day) expect(end.day).toBe(end.daysInMonth);
        expect((end.year - first.year) * 12 + end.month - first.month).toBe(months);
        expect(compare(end, first) * Math.sign(months)).toBe(Math.abs(Math.sign(months)));
      }),
    );
  });
});
