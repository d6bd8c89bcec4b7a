import { expect, test } from 'vitest';
import { hoursInWords } from '../../src/handoff/hours-in-words.ts';

test.each([
  ['2026-11-23T13:00:00Z', '2026-11-23T10:00:00Z', 'today at 1pm'],
  ['2026-11-24T09:00:00Z', '2026-11-23T23:59:00Z', 'tomorrow at 9am'],
  ['2026-11-23T09:00:00Z', '2026-11-21T10:00:00Z', 'on Monday 23 November at 9am'],
  ['2026-11-23T09:30:00Z', '2026-11-23T00:10:00Z', 'today at 9:30am'],
  ['2027-01-04T12:00:00Z', '2026-12-23T10:00:00Z', 'on Monday 4 January at midday'],
  ['2026-06-02T00:05:00Z', '2026-06-01T22:30:00Z', 'tomorrow at 1:05am'],
  ['2026-06-01T23:00:00Z', '2026-06-01T12:00:00Z', 'tomorrow at midnight'],
  // Half past midnight in summer is still the evening before by Greenwich.
  ['2026-06-01T23:30:00Z', '2026-06-01T22:59:00Z', 'tomorrow at 12:30am'],
])('%s, said at %s, is %s', (at, now, words) => {
  expect(hoursInWords(new Date(at), new Date(now))).toBe(words);
});
