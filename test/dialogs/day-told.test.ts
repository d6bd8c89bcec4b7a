import { describe, expect, it } from 'vitest';
import { isDayAlone, isInPassing, mayBeLetters } from '../../dialogs/hearing/day-told.ts';

describe('a day told in passing', () => {
  it.each([
    ['nice weather today'],
    ['I want to die today'],
    ['he was sad yesterday'],
    ['see you tomorrow then'],
  ])('%j tells no date and does not stand alone', (text) => {
    expect(isInPassing(text)).toBe(true);
    expect(isDayAlone(text)).toBe(false);
  });

  it.each([['today'], ['it was yesterday'], ['letter came today'], ['dated today'], ['its todays date']])(
    '%j is more than that',
    (text) => {
      expect(isInPassing(text)).toBe(false);
    },
  );
});

describe('a day that stands alone', () => {
  it.each([['I will die on monday'], ['kill myself on 5 november'], ['refused 17.11.26']])(
    '%j is none',
    (text) => {
      expect(isDayAlone(text)).toBe(false);
    },
  );

  it.each([
    ['12.11.26'],
    ['5 novmber'],
    ['Thurs 5th Nov'],
    ['um the 5th i think'],
    ['its dated 12 November'],
    ['yesterday'],
  ])('%j is one', (text) => {
    expect(isDayAlone(text)).toBe(true);
  });
});

describe("a day that may be the letter's", () => {
  it.each([
    ['they refused after a meeting on 5 november'],
    ['they wont assess him, it came 5 november'],
    ['they wont assess my boy, found out today'],
    ['they wont assess my boy and he is so sad and has been since we moved here, 5 november'],
  ])('%j is not', (text) => {
    expect(mayBeLetters(text)).toBe(false);
  });

  it('is one where nothing else was told', () => {
    expect(mayBeLetters('they wont assess my boy, 5 november')).toBe(true);
  });
});
