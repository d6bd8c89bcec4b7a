import { type Mention, MOST_MENTIONS, type Reader, type Reading } from './mention.ts';
import { readMonth } from './read-month.ts';
import { readNumeric } from './read-numeric.ts';
import { readOrdinal } from './read-ordinal.ts';
import { readRelative } from './read-relative.ts';
import { readUnusual } from './read-unusual.ts';
import { isRough, readVague } from './read-vague.ts';
import { readWeekday } from './read-weekday.ts';

const HAS_DIGIT = /\d/;
const HAS_WORD =
  /(?:day|d[ayi]{1,2}\b|week|wk|month|mth|fortnight|ago|yest|2day|term|xmas|christmas|easter|recently|other|sometime|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|new year|this |last )/;

/** Surest first: a later reader does not speak where an earlier one has. */
const READERS: readonly { read: Reader; when: RegExp }[] = [
  { read: readNumeric, when: HAS_DIGIT },
  { read: readMonth, when: HAS_DIGIT },
  { read: readOrdinal, when: HAS_DIGIT },
  { read: readRelative, when: HAS_WORD },
  { read: readWeekday, when: HAS_WORD },
  { read: readVague, when: HAS_WORD },
];

/** Everything in the plain text that speaks of a day, in the order of the text. */
export function findMentions(text: string, reading: Reading): Mention[] {
  const found: Mention[] = [];
  for (const { read, when } of READERS) {
    if (!when.test(text)) continue;
    for (const mention of read(text, reading)) {
      if (found.length < MOST_MENTIONS && !found.some((other) => touches(text, other, mention)))
        found.push(mention);
    }
  }
  if (HAS_WORD.test(text) && found.every(({ said }) => said === 'vague'))
    found.unshift(...readUnusual(text, reading));
  return found
    .filter(
      (mention, i) =>
        mention.said !== 'vague' || !found.slice(0, i).some((other) => touches(text, other, mention)),
    )
    .map((mention) =>
      mention.said === 'day' && isRough(text, mention)
        ? { ...mention, said: 'vague' as const, day: null }
        : mention,
    )
    .sort((a, b) => a.start - b.start);
}

/** One place: overlapping, or a weekday and its date side by side ("Tuesday the 3rd of March"). */
function touches(text: string, a: Mention, b: Mention): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return second.start < first.end || /^[ ,(]*(?:the )?$/.test(text.slice(first.end, second.start));
}
