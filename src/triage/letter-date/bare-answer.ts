/** Whether words are nothing but an answer to "what date is on the letter?". */
import { FILLER, OTHER_MATTER } from './cue-words.ts';
import type { Mention } from './mention.ts';
import { EXACT_MONTH, EXACT_WEEKDAY } from './names.ts';

const wordsOf = (text: string): string[] =>
  text.split(/[^a-z']+/).filter((word) => word.length > 0 && !FILLER.has(word));
const DATE_WORD = new RegExp(
  `^(?:st|nd|rd|th|\\w+day|week|wk|month|fortnight|last|ago|late|early|mid|end|start|beginning|middle|some|time|${EXACT_MONTH}|${EXACT_WEEKDAY})$`,
);
const saysMore = (text: string): number => wordsOf(text).filter((word) => !DATE_WORD.test(word)).length;

/** Nothing is said but a date and small talk. */
export const isBare = (text: string): boolean => saysMore(text) === 0;
const SOMEBODY =
  /\b(?:he|she|his|her|hes|he's|shes|she's|him|son|daughter|child|boy|girl|school|teacher|senco|nursery|college|class|panel)\b/;
/** A few more words may stand around a full date, as long as they are about nothing and nobody else. */
export const isShort = (text: string, mention: Mention): boolean =>
  text.length < 120 &&
  saysMore(text) <= fewWords(mention) &&
  !OTHER_MATTER.test(text) &&
  !SOMEBODY.test(text);

function fewWords({ said, shape }: Mention): number {
  if (said === 'vague') return 0;
  return shape === 'full' ? 3 : 0;
}
