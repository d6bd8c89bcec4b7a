import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/triage/letter-date/edit-distance.ts';
import { monthOf, weekdayOf } from '../../../src/triage/letter-date/names.ts';

describe('names of months and weekdays', () => {
  it.each([
    'marks',
    'match',
    'jane',
    'julie',
    'money',
    'sent',
    'kept',
    'man',
    'day',
    'only',
    'study',
    'members',
    'sunny',
    'weeks',
  ])('does not take %j for one', (word) => {
    expect(monthOf(word)).toBeNull();
    expect(weekdayOf(word)).toBeNull();
  });

  it.each([
    ['sept', 9],
    ['septmeber', 9],
    ['agust', 8],
    ['feburary', 2],
    ['novmber', 11],
    ['may', 5],
  ])('knows the month %j', (word, month) => expect(monthOf(word)).toBe(month));

  it.each([
    ['wensday', 3],
    ['thrusday', 4],
    ['tuseday', 2],
    ['fri', 5],
  ])('knows the weekday %j', (word, weekday) => expect(weekdayOf(word)).toBe(weekday));
});

describe('editDistance', () => {
  it('counts a swap of neighbours as one, and stops at its limit', () => {
    expect(editDistance('ocotber', 'october', 2)).toBe(1);
    expect(editDistance('', 'may', 5)).toBe(3);
    expect(editDistance('june', 'september', 2)).toBe(3);
  });
});
