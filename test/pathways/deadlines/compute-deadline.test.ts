import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { computeDeadline } from '../../../src/pathways/deadlines/compute-deadline.ts';
import { type Dates, Deadline } from '../../../src/pathways/schema.ts';
import { bankHolidays, clock, clocks } from './read-data.ts';

const TODAY = '2026-11-21';
function compute(id: string, dates: Dates, today = TODAY): Deadline {
  const deadline = computeDeadline(clock(id), dates, { today, bankHolidays });
  if (deadline === null) throw new Error('no deadline');
  return deadline;
}

describe('a clock whose day is not known', () => {
  it.each(clocks.map(({ id }) => [id]))('%s gives no deadline', (id) => {
    expect(computeDeadline(clock(id), {}, { today: TODAY, bankHolidays })).toBeNull();
  });

  it('gives none from a certificate alone', () => {
    const dates = { certificate: '2026-11-02' };
    expect(computeDeadline(clock('appeal'), dates, { today: TODAY, bankHolidays })).toBeNull();
  });
});

describe('when the time has run out', () => {
  it('says what can still be done', () => {
    const deadline = compute('appeal', { decision: '2026-09-01' });
    expect(deadline.passed).toBe(true);
    expect(deadline.late).toMatch(/still be able to appeal/);
  });

  it('has not run out while the tribunal still takes it, and says to send it today', () => {
    const deadline = compute('appeal', { decision: '2026-10-29' }, '2026-12-30');
    expect(deadline).toMatchObject({ date: '2026-12-29', acceptedUntil: '2027-01-04', passed: false });
    expect(deadline.counted).toContain('Send it today.');
    expect(deadline).not.toHaveProperty('late');
  });

  it('runs out the day after, not on the day', () => {
    expect(compute('appeal', { decision: '2026-11-12' }, '2027-01-12').passed).toBe(false);
    expect(compute('appeal', { decision: '2026-11-12' }, '2027-01-13').passed).toBe(true);
  });
});

describe('discrimination claims', () => {
  it.each([
    ['2026-03-10', '2026-09-09'],
    ['2026-06-01', '2026-11-30'],
    ['2026-08-31', '2027-02-27'],
    ['2026-02-20', '2026-08-19'],
    ['2026-06-26', '2026-12-25'],
    ['2026-06-08', '2026-12-07'],
  ])(
    'an act on %s ends on %s: six months that begin with the day, helped by no weekend or holiday',
    (act, end) => {
      expect(compute('discrimination', { act })).toMatchObject({ date: end, acceptedUntil: end });
      expect(compute('exclusion-discrimination', { act })).toMatchObject({ date: end, acceptedUntil: end });
    },
  );
});

describe('an appeal about the school alone', () => {
  it('has two months and no certificate month', () => {
    const dates = { decision: '2026-09-10', certificate: '2026-10-25' };
    expect(compute('appeal-section-i', dates).date).toBe('2026-11-10');
    expect(compute('appeal', dates).date).toBe('2026-11-25');
  });
});

describe('the other clocks', () => {
  it.each<[string, Dates, string]>([
    ['mediation-adviser', { decision: '2026-10-25' }, '2026-12-25'],
    ['mediation-arranged', { mediation: '2026-11-12' }, '2026-12-12'],
    ['certificate', { mediation: '2026-12-23' }, '2026-12-30'],
    ['assess-decision', { request: '2026-11-12' }, '2026-12-24'],
    ['no-plan-decision', { request: '2026-11-12' }, '2027-03-04'],
    ['final-plan', { request: '2026-11-12' }, '2027-04-01'],
    ['draft-comments', { draft: '2026-11-12' }, '2026-11-26'],
    ['review-comments', { draft: '2026-12-20' }, '2027-01-03'],
    ['review-decision', { review: '2026-11-12' }, '2026-12-10'],
    ['review-final', { review: '2026-11-12' }, '2027-02-04'],
    ['phase-transfer', { transfer: '2027-09-01' }, '2027-02-14'],
    ['phase-transfer-post-16', { transfer: '2027-09-01' }, '2027-03-30'],
    ['phase-transfer-between-post-16', { transfer: '2027-09-06' }, '2027-04-06'],
    ['governors', { act: '2026-11-12' }, '2026-12-03'],
    ['review-panel', { decision: '2026-03-25' }, '2026-04-17'],
    ['transport-stage-1', { decision: '2026-12-14' }, '2027-01-14'],
    ['transport-stage-2-panel', { complaint: '2026-11-12' }, '2027-01-12'],
    ['social-care-stage-1', { complaint: '2026-11-12' }, '2026-11-26'],
    ['social-care-stage-2-latest', { complaint: '2026-11-12' }, '2027-02-16'],
    ['ombudsman', { aware: '2026-11-12' }, '2027-11-11'],
    ['nhs-complaint', { aware: '2026-11-12' }, '2027-11-12'],
    ['fine-lower', { notice: '2026-11-12' }, '2026-12-03'],
    ['fine', { notice: '2026-11-12' }, '2026-12-10'],
    ['subject-access', { request: '2027-01-31' }, '2027-02-28'],
    ['early-years-provider', { complaint: '2026-11-12' }, '2026-12-10'],
    ['concedes-contents', { reply: '2026-11-12' }, '2026-12-17'],
  ])('%s from %j ends on %s', (id, dates, end) => expect(compute(id, dates).date).toBe(end));
});

describe('how it was counted, in words', () => {
  it('names the day it counts from, and the 5pm', () => {
    const { counted } = compute('appeal', { decision: '2026-11-12' });
    expect(counted).toMatch(/^Two months from the date on your letter, Thursday 12 November 2026\./);
    expect(counted).toContain('must reach the tribunal by 5pm');
    expect(counted).toContain('If your letter gives an earlier date, go by the letter');
  });

  it('says which of the two days was the later', () => {
    const late = compute('appeal', { decision: '2026-09-10', certificate: '2026-10-25' }).counted;
    expect(late).toMatch(/^One month from the date on your mediation certificate, Sunday 25 October 2026\./);
    expect(late).toContain(
      'That is later than two months from the date on your letter, Thursday 10 September 2026',
    );
    const early = compute('appeal', { decision: '2026-09-10', certificate: '2026-10-01' }).counted;
    expect(early).toMatch(/^Two months from the date on your letter/);
    expect(early).toContain('That is not later, so it changes nothing.');
  });

  it('warns when the certificate came after the two months', () => {
    const { counted } = compute('appeal', { decision: '2026-09-10', certificate: '2026-11-20' });
    expect(counted).toContain('only counts if you rang the mediation adviser within the two months');
    expect(compute('appeal', { decision: '2026-09-10', certificate: '2026-11-10' }).counted).not.toContain(
      'only counts',
    );
  });

  it('explains a month that is too short', () => {
    expect(compute('appeal', { decision: '2026-12-31' }).counted).toContain(
      'February has no day 31, so we take its last day.',
    );
  });

  it('tells of a moved day as a fall-back only', () => {
    const { counted } = compute('appeal', { decision: '2026-10-25' });
    expect(counted).toContain('between 25 December and 1 January');
    expect(counted).toContain('Use that only as a fall-back: aim for Friday 25 December 2026');
    expect(compute('appeal', { decision: '2027-06-10' }).counted).toContain('That day is in August');
  });

  it('says that school holidays make it later', () => {
    expect(compute('governors', { act: '2026-11-12' }).counted).toContain('the real day may be later');
  });
});

describe('every clock, for any day', () => {
  const start = fc
    .integer({ min: 0, max: 2200 })
    .map((n) => Temporal.PlainDate.from('2025-01-01').add({ days: n }).toString());

  it('gives a deadline that fits the contract, never accepted before its own day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clocks), start, start, (one, day, today) => {
        const deadline = computeDeadline(one, { [one.from]: day }, { today, bankHolidays });
        const { date, acceptedUntil, passed } = Deadline.parse(deadline);
        expect(acceptedUntil >= date).toBe(true);
        expect(acceptedUntil === date || one.tribunalRules).toBe(true);
        expect(passed).toBe(today > acceptedUntil);
      }),
    );
  });

  it('ends one day earlier when the first day is counted', () => {
    fc.assert(
      fc.property(
        start,
        fc.constantFrom('months' as const, 'days' as const),
        fc.integer({ min: 1, max: 30 }),
        (day, unit, n) => {
          const end = (inclusive: boolean) => {
            const one = { ...clock('draft-comments'), count: { unit, n, inclusive } };
            return Temporal.PlainDate.from(
              computeDeadline(one, { draft: day }, { today: TODAY, bankHolidays })?.date ?? '',
            );
          };
          expect(end(true).add({ days: 1 }).equals(end(false))).toBe(true);
        },
      ),
    );
  });
});
