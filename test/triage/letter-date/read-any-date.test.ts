import { describe, expect, it } from 'vitest';
import { readAnyDate } from '../../../src/triage/letter-date/read-any-date.ts';

const TODAY = '2026-11-21';

describe('readAnyDate', () => {
  it.each([
    ['soon', null],
    ['about a month ago', 'vague'],
    ['31/11/26', 'impossible'],
    ['3 december 2026', 'future'],
    ['tomorrow', null],
    ['3 november or 5 november', 'several'],
  ])('gives no day for %j, with doubt %s', (text, doubt) => {
    const read = readAnyDate(text, TODAY);
    expect(read.date).toBeNull();
    expect(read.doubt).toBe(doubt);
  });

  it.each([
    ['the certificate came on 2 november', '2026-11-02'],
    ['we had the meeting on 14th October', '2026-10-14'],
    ['14.10', '2026-10-14'],
    ['she was excluded last Thursday', '2026-11-19'],
    ['they rang me yesterday', '2026-11-20'],
    ['not the 3rd, the 4th of november', '2026-11-04'],
    ['3 november, sorry, 4 november', '2026-11-04'],
    ['i sent it on the 1st of june', '2026-06-01'],
  ])('reads %j as %s, whatever the day is of', (text, expected) => {
    expect(readAnyDate(text, TODAY).date).toBe(expected);
  });

  it('reads a day ahead only when days ahead are asked for', () => {
    expect(readAnyDate('1 september', TODAY).date).toBe('2026-09-01');
    expect(readAnyDate('1 september', TODAY, { ahead: true }).date).toBe('2027-09-01');
    expect(readAnyDate('1/9/2027', TODAY, { ahead: true }).date).toBe('2027-09-01');
  });
});
