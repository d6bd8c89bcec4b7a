import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { isOpen, type Opening, opensAt } from '../../src/handoff/hours.ts';
import { WEEKDAYS } from '../../src/knowledge/schema/advisers.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const calendar = parse(readFileSync(join(projectRoot, 'knowledge', 'bank-holidays.yaml'), 'utf8'));
const bankHolidays: ReadonlySet<string> = new Set(calendar.days);
const nineToFive = [{ from: '09:00', to: '17:00' }];
const office: Opening = {
  hours: {
    monday: nineToFive,
    tuesday: nineToFive,
    wednesday: nineToFive,
    thursday: nineToFive,
    friday: nineToFive,
  },
  closures: [],
  bankHolidays,
};
const at = (text: string) => new Date(text);
const opens = (from: string, opening: Opening = office) => opensAt(opening, at(from))?.toISOString() ?? null;

describe('an adviser is not there', () => {
  test.each([
    ['a minute before nine', '2026-11-23T08:59:00Z'],
    ['at the stroke of five', '2026-11-23T17:00:00Z'],
    ['at the weekend', '2026-11-21T10:00:00Z'],
    ['on Christmas Day', '2026-12-25T10:00:00Z'],
    ['on the day that stands in for Boxing Day', '2026-12-28T10:00:00Z'],
    ['on Good Friday', '2027-03-26T10:00:00Z'],
    ['on Easter Monday', '2027-03-29T10:00:00Z'],
    ['at half past eight by the summer clock', '2026-07-01T07:30:00Z'],
    ['at quarter past five in summer', '2026-07-01T16:15:00Z'],
  ])('%s', (_, time) => {
    expect(isOpen(office, at(time))).toBe(false);
  });

  it('on a day the service has closed, first and last day included', () => {
    const shut: Opening = { ...office, closures: [{ from: '2026-12-21', to: '2026-12-31' }] };
    expect(
      ['2026-12-21', '2026-12-24', '2026-12-31'].map((day) => isOpen(shut, at(`${day}T10:00:00Z`))),
    ).toEqual([false, false, false]);
    // Then comes New Year's Day, a Friday, and a weekend.
    expect(opens('2026-12-20T12:00:00Z', shut)).toBe('2027-01-04T09:00:00.000Z');
  });

  it('ever, where no hours are set or the service is closed for longer than anybody plans', () => {
    expect(opens('2026-11-23T10:00:00Z', { ...office, hours: {} })).toBeNull();
    const gone: Opening = { ...office, closures: [{ from: '2026-11-01', to: '2029-11-01' }] };
    expect(opens('2026-11-23T10:00:00Z', gone)).toBeNull();
  });
});

describe('somebody is back', () => {
  test.each([
    ['at once, when they are there', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
    ['later the same morning', '2026-11-23T06:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['the next day', '2026-11-23T17:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['on Monday, from a Friday evening', '2026-11-20T18:00:00Z', '2026-11-23T09:00:00.000Z'],
    [
      'after Christmas: a weekend and a day that stands in',
      '2026-12-24T17:30:00Z',
      '2026-12-29T09:00:00.000Z',
    ],
    ['after Easter, by the summer clock', '2027-03-25T18:00:00Z', '2027-03-30T08:00:00.000Z'],
    ['after the clocks went forward', '2026-03-27T18:00:00Z', '2026-03-30T08:00:00.000Z'],
    ['after the clocks went back', '2026-10-23T18:00:00Z', '2026-10-26T09:00:00.000Z'],
  ])('%s', (_, from, expected) => {
    expect(opens(from)).toBe(expected);
  });

  it('after the break, where the day has several spells', () => {
    const split: Opening = {
      ...office,
      hours: {
        monday: [
          { from: '13:30', to: '17:00' },
          { from: '09:00', to: '12:30' },
        ],
      },
    };
    expect(isOpen(split, at('2026-11-23T12:45:00Z'))).toBe(false);
    expect(opens('2026-11-23T12:45:00Z', split)).toBe('2026-11-23T13:30:00.000Z');
    expect(opens('2026-11-23T17:00:00Z', split)).toBe('2026-11-30T09:00:00.000Z');
  });

  it('in the night of a clock change too', () => {
    const night: Opening = { ...office, hours: { sunday: [{ from: '00:30', to: '03:00' }] } };
    // 29 March 2026, 01:00 becomes 02:00; 25 October 2026, 02:00 becomes 01:00 again.
    expect(isOpen(night, at('2026-03-29T01:30:00Z'))).toBe(true);
    expect(isOpen(night, at('2026-03-29T02:00:00Z'))).toBe(false);
    expect(isOpen(night, at('2026-10-25T01:30:00Z'))).toBe(true);
    expect(isOpen(night, at('2026-10-25T02:59:00Z'))).toBe(true);
    expect(isOpen(night, at('2026-10-25T03:00:00Z'))).toBe(false);
  });
});

describe('whatever the hours are', () => {
  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const spell = fc
    .tuple(time, time)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
  const spells = fc.array(spell, { minLength: 1, maxLength: 3 });
  const day = fc
    .date({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const opening: fc.Arbitrary<Opening> = fc.record({
    hours: fc.record(Object.fromEntries(WEEKDAYS.map((name) => [name, spells])), { requiredKeys: [] }),
    closures: fc.array(
      fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a })),
      { maxLength: 2 },
    ),
    bankHolidays: fc.constant(bankHolidays),
  });
  const instant = fc.date({
    min: at('2026-01-01T00:00:00Z'),
    max: at('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  it('somebody is there at the time that was named, and nobody before it', () => {
    fc.assert(
      fc.property(opening, instant, fc.double({ min: 0, max: 1, noNaN: true }), (hours, now, part) => {
        const next = opensAt(hours, now);
        if (next === null) return;
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(isOpen(hours, next)).toBe(true);
        const between = new Date(now.getTime() + Math.floor((next.getTime() - now.getTime()) * part));
        if (between < next) expect(isOpen(hours, between)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('who is there now is back now', () => {
    fc.assert(
      fc.property(opening, instant, (hours, now) => {
        expect(opensAt(hours, now)?.getTime() === now.getTime()).toBe(isOpen(hours, now));
      }),
      { numRuns: 200 },
    );
  });
});
