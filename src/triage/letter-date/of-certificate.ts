/** Whether a day in a message is the one on a mediation certificate, by the words that stand beside it. */
import { ABOUT_COUNCIL, CERTIFICATE, LETTER, OTHER_DATED } from './cue-words.ts';
import type { Mention } from './mention.ts';

/** A certificate named further back than this is not what the day is of. */
const REACH = 120;

const PAPER = new RegExp(`${CERTIFICATE.source}|${LETTER.source}|${OTHER_DATED.source}`, 'g');
/** "is dated", "was issued on", "it says": the day is the paper's own. */
const ITS_OWN =
  /\b(?:dated?|dtd|datd|issued|printed)(?: (?:on|is|was|it|the|as|of|for))*[ :,(-]*$|^[ ,.]*(?:(?:it|which|that) )?(?:says|shows)[ :]*$/;
/** Nothing but small words: "certificate is from the 12th". */
const ONLY_LINKS = /^[ ,:(=-]*(?:(?:is|was|its|it's|it|of|from|the)[ ,:(=-]+)*$/;
/** What is asked for, waited for or brought by the post has days of its own, later or earlier than the one on it. */
const NOT_ITS_DAY =
  /\b(?:ask\w*|appl\w+|rang|ring|phoned?|call\w*|wait\w*|need\w*|want\w*|request\w*|chas\w+|got|get|had|received?|recieved|came|sent|e-?mail\w*|no|not|without|until|till?|before|by|after|expires?)\b[^.!?;\n]{0,24}$/;
const NEW_SENTENCE = /[!?;\n]|\.(?!\d)/;
/** "... our certificate. It is dated": goes on about the certificate. */
const GOES_ON = /^[^.!?;\n]*[.!?;\n]+\s*(?:it|it's|its|that|that's|thats|which|this)\b/;
/** The deed of a council has a day of its own. */
const DEED = /\b(?:refus\w+|turned|decided|rejected|declined|ceased|said no|wrote)\b/;
/** "20 August on the letter and": the words after the day before this one belong to that day. */
const OF_THE_DAY_BEFORE =
  /^[ ,(]*(?:(?:is|was) )?(?:the date )?(?:on|of) (?:the|our|my) (?:\w+ ){0,2}(?:letter|decision|refusal|notice)\b[ ,]*(?:and|but|&)?[ ,]*/;
const AFTER = new RegExp(
  `^[ ,(-]*(?:(?:is|was) )?(?:the date )?(?:printed |what it says )?(?:on|of) (?:the |our |my )?(?:mediation )?${CERTIFICATE.source}`,
);

/**
 * Only a day that is plainly the certificate's own: one taken wrongly would make the last day of an appeal too late.
 *
 * @param plain the whole text, in which the mentions have their positions
 */
export function isCertificates(plain: string, mentions: readonly Mention[], at: number): boolean {
  const day = mentions[at];
  if (day?.said !== 'day') return false;
  const previous = mentions.slice(0, at).findLast(({ said }) => said !== 'vague');
  const before = plain
    .slice(Math.max(previous?.end ?? 0, day.start - REACH), day.start)
    .replace(previous === undefined ? /^$/ : OF_THE_DAY_BEFORE, '');
  const paper = [...before.matchAll(PAPER)].at(-1);
  if (paper === undefined) return AFTER.test(plain.slice(day.end, mentions[at + 1]?.start));
  if (!CERTIFICATE.test(paper[0])) return false;
  const since = before.slice(paper.index + paper[0].length);
  if (NEW_SENTENCE.test(since) && !GOES_ON.test(since)) return false;
  if (/\bnot\b/.test(since) || DEED.test(since) || ABOUT_COUNCIL.test(since)) return false;
  if (ITS_OWN.test(since)) return true;
  return ONLY_LINKS.test(since) && !NOT_ITS_DAY.test(before.slice(0, paper.index));
}
