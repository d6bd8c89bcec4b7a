import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readLetterDate } from '../../../src/triage/letter-date/read-letter-date.ts';
import {
  AS_THEY_COME,
  DAY_ALONE,
  DOUBTS,
  FIGURES,
  FROM_TODAY,
  LETTERS_OWN,
  NOT_A_LETTERS,
  SAT,
  WORDS,
} from './cases.ts';

const { compare, from } = Temporal.PlainDate;
const anyDay = fc
  .date({ min: new Date('2024-03-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

describe('what must be asked about', () => {
  it.each(DOUBTS)('%j on %s is %s, with no date unless it is only old', (text, today, doubt) => {
    const read = readLetterDate(text, today);
    expect(read.doubt).toBe(doubt);
    if (doubt !== 'old') expect(read.date).toBeNull();
    else expect(read.date).not.toBeNull();
  });

  it('offers the day that an American order would mean, and both of two', () => {
    expect(readLetterDate('10/25/2026', SAT).candidates).toEqual(['2026-10-25']);
    expect(readLetterDate('either 6 october or 9 october', SAT).candidates).toEqual([
      '2026-10-06',
      '2026-10-09',
    ]);
  });
});

describe('messages whose dates are not a decision letter', () => {
  it.each(NOT_A_LETTERS.map((text) => [text]))('%j gives nothing', (text) => {
    expect(readLetterDate(text, SAT)).toEqual({ date: null, doubt: null, candidates: [] });
  });

  it('gives nothing for a long story without a letter', () => {
    const story =
      'We have been fighting since September 2024. She was diagnosed on 3 March 2025 and school had a meeting with us on 14 May. ' +
      'On 2 October they rang me to collect her, and again on the 9th. CAMHS saw her on 20 October and discharged her the same day. ' +
      'Her review is due on 3 December. What should I do?';
    expect(readLetterDate(story, SAT)).toEqual({ date: null, doubt: null, candidates: [] });
  });
});

describe('the date on the letter', () => {
  it.each([...FIGURES, ...WORDS, ...DAY_ALONE, ...FROM_TODAY])(
    'reads %j on %s as %s',
    (text, today, expected) => {
      expect(readLetterDate(text, today).date).toBe(expected);
    },
  );

  it.each(LETTERS_OWN)('tells it from other days in %j (%s): %s', (text, today, expected) => {
    expect(readLetterDate(text, today).date).toBe(expected);
  });

  it.each(AS_THEY_COME)('reads %j on %s as %s', (text, today, expected) => {
    expect(readLetterDate(text, today).date).toBe(expected);
  });

  it('finds it in a long story', () => {
    const story =
      'We have been fighting since September 2024. She was diagnosed on 3 March 2025 and school had a meeting with us on 14 May. ' +
      'Then the council wrote: the letter is dated 6 October 2026 and it came on the 9th. Her review is due on 3 December.';
    expect(readLetterDate(story, SAT).date).toBe('2026-10-06');
  });
});

describe('for any text and any day', () => {
  it('never throws, and never returns a day after today', () => {
    const pieces = fc.constantFrom(
      'letter ',
      'dated ',
      'the ',
      '12th ',
      '3/4',
      '/26 ',
      'march ',
      'a week ',
      'ago ',
      'last ',
      'tuesday ',
      'next ',
      'tomorrow ',
      'of ',
      '31 ',
      '2027 ',
      'not ',
      ', ',
      '. ',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 25 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, anyDay, (text, today) => {
        const { date, candidates, doubt } = readLetterDate(text, today);
        for (const day of date === null ? candidates : [date, ...candidates]) {
          expect(compare(from(day), from(today))).toBeLessThanOrEqual(0);
        }
        if (date === null) expect(candidates.length === 0 || doubt !== null).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads figures day first, always, and a real past date in any of its forms', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 360 }), fc.constantFrom('/', '.', '-'), (today, back, mark) => {
        const day = from(today).subtract({ days: back });
        const month = MONTHS[day.month - 1] ?? '';
        const forms = [
          [day.day, day.month, day.year].join(mark),
          [day.day, day.month, String(day.year).slice(2)].join(mark),
          `dated ${day.day} ${month}`,
          `${month} ${day.day}, ${day.year}`,
          day.toString(),
        ];
        for (const form of forms) expect(readLetterDate(form, today).date).toBe(day.toString());
      }),
    );
  });

  it('reads every single slip in a month name of seven letters or more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MONTHS.filter((name) => name.length >= 7)), fc.nat(), (name, at) => {
        const i = 1 + (at % (name.length - 1));
        const dropped = name.slice(0, i) + name.slice(i + 1);
        expect(readLetterDate(`5 ${dropped}`, SAT).date).toBe(readLetterDate(`5 ${name}`, SAT).date);
      }),
    );
  });
});
