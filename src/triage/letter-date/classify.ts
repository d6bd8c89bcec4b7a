import { isBare, isShort } from './bare-answer.ts';
import {
  ABOUT_COUNCIL,
  ANOTHER_LETTER,
  ARRIVED,
  AT_THE_FOOT,
  DATED,
  DECIDED,
  LETTER,
  MARKS_LETTER,
  MARKS_LETTER_AFTER,
  OTHER_DATED,
  OTHER_MATTER,
  POST,
  TELLS,
} from './cue-words.ts';
import type { Mention } from './mention.ts';
import type { Surroundings } from './surroundings.ts';

/** Whose day it is: `printed` on the letter for certain, the `letter`'s by its company, a `bare` answer, ... */
export type Role = 'printed' | 'letter' | 'bare' | 'arrival' | 'other' | 'unclear';

const LINK =
  /(?:^|[ ,:("'-])(?:the|on|of|is|as|it|it's|its|was|itself|inside|attached|from|a|for|that|this|at|in|with|date|:|like|dated|day|mon|tue|tues|wed|thu|thur|fri|sat|sun|\w+day|i think|think|=|-)[ ,:("'-]*$/;
const CERTIFICATE = /\b(?:certificates?|certs?|(?:did|had|done|after|finished) (?:the )?mediation)\b/;
const A_LETTER = /\b(?:letters?|ltr|notice|decision)\b/;
const NOT_THIS = /\bnot(?: on)?(?: the)? $/;
/** Joins a day to the one before it, so that both are of one matter. */
const ONLY_JOINS = /^[ ,]*(?:and|or|&|then|to|-|\/)?[ ,]*(?:again )?(?:on |the |from )*$/;

/** @param masked the text with every mention blanked, so that no word of a date is taken for a cue */
export function classify(
  mention: Mention,
  around: Surroundings,
  masked: string,
  previous: Role | null,
): Role {
  if (NOT_THIS.test(around.before)) return 'other';
  if (previous !== null && around.between !== null && ONLY_JOINS.test(around.between)) return previous;
  const role = byCue(around, masked, mention);
  if (mention.shape !== 'tight') return role;
  return role === 'printed' || !/[a-z\d]/.test(masked) ? role : 'unclear';
}

function byCue(around: Surroundings, masked: string, mention: Mention): Role {
  const { before, after, clause, sentence } = around;
  const { word, links } = lastWord(before);
  const arrived = ARRIVED.test(clause);
  const nearOther = OTHER_MATTER.test(before.slice(-40)) || OTHER_MATTER.test(after.slice(0, 40));

  if (ANOTHER_LETTER.test(clause)) return 'other';
  // "We did mediation. It is dated 10 Nov": the certificate's day would make the letter's limit too late.
  if (CERTIFICATE.test(masked) && !A_LETTER.test(masked)) return 'other';
  const dated = DATED.test(word) || /\b(?:dated|date)\b/.test(links);
  const marked = MARKS_LETTER.test(word) || TELLS.test(before) || /\bprinted\b/.test(links);
  if ((dated || marked) && !ofAnotherPaper(before)) {
    if (OTHER_MATTER.test(links) || AT_THE_FOOT.test(after.slice(0, 30))) return 'other';
    return !dated && (ofThePost(before) || ARRIVED.test(after.slice(0, 30))) ? 'arrival' : 'printed';
  }
  if (MARKS_LETTER_AFTER.test(after) && !ofAnotherPaper(before)) return 'printed';
  if (LETTER.test(word) && /\b(?:of|from|is|was|for)\b|:/.test(links) && !ofAnotherPaper(before))
    return 'printed';
  if (arrived || ARRIVED.test(after)) return 'arrival';
  if (nearOther) return nearestIsLetter(before) ? 'letter' : 'other';
  if (LETTER.test(clause) || (around.afterLetter && isBare(clause))) return 'letter';
  if (DECIDED.test(clause) && ABOUT_COUNCIL.test(sentence)) return 'letter';
  if (isBare(sentence) || (around.opens && isBare(clause))) return 'bare';
  return isShort(masked, mention) ? 'bare' : 'unclear';
}

/** The last word that says something, and the small words between it and the day. */
function lastWord(before: string): { word: string; links: string } {
  let rest = before.trimEnd();
  for (let i = 0; i < 6; i += 1) {
    const shorter = rest.replace(LINK, '');
    if (shorter === rest) break;
    rest = shorter.trimEnd();
  }
  return { word: /[a-z']+$/.exec(rest)?.[0] ?? '', links: before.slice(rest.length) };
}

/** "the EP report dated 3 March": another paper stands nearer than the letter does. */
function ofAnotherPaper(before: string): boolean {
  const other = [...before.matchAll(OTHER_DATED)].at(-1)?.index ?? -1;
  return other >= 0 && before.slice(other).search(LETTER) < 0;
}

/** "the e-mail it came in says 6 Nov": what says so is the post, not the letter. */
function ofThePost(before: string): boolean {
  const post = [...before.matchAll(POST)].at(-1)?.index ?? -1;
  return post >= 0 && before.slice(post).search(LETTER) < 0;
}

function nearestIsLetter(before: string): boolean {
  const words = before
    .split(/[^a-z']+/)
    .filter(Boolean)
    .slice(-4);
  const letter = words.findLastIndex((word) => LETTER.test(word));
  const other = words.findLastIndex((word) => OTHER_MATTER.test(word));
  return letter > other && letter >= 0;
}
