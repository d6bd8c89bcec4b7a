import { isBare } from '../../src/triage/letter-date/bare-answer.ts';
import { ARRIVED, LETTER, OTHER_MATTER } from '../../src/triage/letter-date/cue-words.ts';
import { monthOf, weekdayOf } from '../../src/triage/letter-date/names.ts';
import { plainText } from '../../src/triage/letter-date/plain-text.ts';
import { wordCount } from './plain.ts';

const DAY_BY_NAME = /\b(?:to-?day|2day|tonight|tomorrow|yesterday)(?:'?s)?\b/g;
const DATE_WORD = /\bdate[ds]?\b/;

/** Nothing is said but a day and small talk: "um, the 5th of november i think". */
export function isDayAlone(text: string): boolean {
  const named = (word: string) => monthOf(word) !== null || weekdayOf(word) !== null;
  return isBare(
    plainText(text)
      .replace(DAY_BY_NAME, ' ')
      .replace(/[a-z]{4,}/g, (word) => (named(word) ? ' ' : word)),
  );
}

/** "Nice weather today": the day is told in passing, and nothing is said of a letter or a date. */
export function isInPassing(text: string): boolean {
  const said = plainText(text);
  const rest = said.replace(DAY_BY_NAME, ' ');
  const otherDay = /\d/.test(rest) || /\b\w+day\b/.test(rest);
  return rest !== said && !otherDay && !isBare(rest) && !LETTER.test(rest) && !DATE_WORD.test(rest);
}

/** A longer message tells more than what was decided and when. */
const SHORT = 10;

/** "They won't assess my boy, 5 November": the day may be the letter's, as nothing else is told that has one. */
export function mayBeLetters(text: string): boolean {
  const said = plainText(text);
  return wordCount(text) <= SHORT && /\d/.test(said) && !OTHER_MATTER.test(said) && !ARRIVED.test(said);
}
