import type { Mention, Reader } from './mention.ts';
import { EXACT_MONTH } from './names.ts';

const PATTERNS = [
  `\\b(?:some ?time|early|mid|middle|late|beginning|start|end|back end|first week|last week|in|around|about|during|back)(?: of| in| around)?(?: the)?[ -]?(?:start of |end of |beginning of |middle of )?(?:${EXACT_MONTH})\\b(?: 20\\d\\d)?(?! ?\\d)`,
  `\\b(?:${EXACT_MONTH})(?: of)?[ ,]{0,2}20\\d\\d\\b`,
  `^(?:${EXACT_MONTH})$`,
  '\\b(?:(?:early|mid|late|end of|start of|beginning of|middle of|some ?time|one day|a day|around) (?:the )?)?(?:last|earlier this|the other) (?:week|month|year|term)\\b(?: before last)?',
  '\\b(?:the )?other (?:day|week|month)\\b',
  '\\b(?:week|month) before last\\b',
  '\\b(?:a )?(?:few|couple(?: of)?|several|some|bout|half a dozen) (?:days|weeks|wks|months|years)(?: ago| back)\\b',
  '\\b(?:\\d{1,2}|an?|one) (?:years?|yrs?) ago\\b',
  '\\b(?:recently|ages ago|not long ago|a while (?:ago|back)|weeks ago|months ago)\\b',
  '\\b(?:before|after|around|over|just before|just after) (?:the )?(?:xmas|christmas|easter|new year|half[ -]?term|summer|holidays)\\b',
].map((source) => new RegExp(source, 'g'));

/** Words about time from which no single day can be told. */
export const readVague: Reader = (text) => {
  const found: Mention[] = [];
  for (const pattern of PATTERNS) {
    for (const { index, 0: whole } of text.matchAll(pattern)) {
      found.push({ start: index, end: index + whole.length, said: 'vague', day: null, shape: 'loose' });
    }
  }
  return found;
};

const ROUGHLY_BEFORE =
  /\b(?:about|around|round|roughly|approx(?:imately)?|circa|near|nearly|almost|over|more than|less than|at least|bout|abt|or so|maybe|perhaps|possibly|between|before|after|some ?time(?: around)?|couple of|week of|week commencing|wc|w\/c)(?: the)? $/;
const ROUGHLY_AFTER =
  /^ ?(?:-? ?ish\b|or so\b|or thereabouts|or there ?abouts|roughly|approx|or something|or maybe|give or take|ish\b|or around)/;

/** Whether the words around a day make it a guess: "around 3 March", "the 12th-ish". */
export function isRough(text: string, { start, end }: Mention): boolean {
  return (
    ROUGHLY_BEFORE.test(text.slice(Math.max(0, start - 24), start)) ||
    ROUGHLY_AFTER.test(text.slice(end, end + 18))
  );
}
