import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { bankHolidays, holidays } from './read-data.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032];
const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('bank holidays of England and Wales', () => {
  it('are the weekdays an independent calendar gives', () => {
    const england = new Holidays('GB', 'ENG');
    const expected = YEARS.flatMap((year) =>
      england
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    ).filter(isWeekday);
    expect(holidays.days).toEqual([...new Set(expected)].sort());
  });

  it.each([
    ['2024-03-29', 'Good Friday 2024'],
    ['2026-04-06', 'Easter Monday 2026'],
    ['2026-12-28', 'in place of Boxing Day, a Saturday'],
    ['2027-12-27', 'in place of Christmas Day, a Saturday'],
    ['2027-12-28', 'in place of Boxing Day, a Sunday'],
    ['2028-01-03', "in place of New Year's Day, a Saturday"],
    ['2026-08-31', 'the last Monday in August'],
    ['2027-05-31', 'the last Monday in May'],
  ])('have %s: %s', (day) => expect(bankHolidays.has(day)).toBe(true));

  it.each(['2026-12-24', '2026-12-29', '2027-01-04', '2026-08-03', '2026-03-17'])('do not have %s', (day) =>
    expect(bankHolidays.has(day)).toBe(false),
  );
});
