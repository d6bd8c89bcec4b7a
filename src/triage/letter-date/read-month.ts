import { dayOf, fullYear, nearestYear } from './calendar.ts';
import { type Mention, MOST_MENTIONS, type Reader, type Reading } from './mention.ts';
import { EXACT_MONTH, monthOf } from './names.ts';

const YEAR =
  "(?:[ ,./'-]*(20\\d\\d)(?!\\d)|(?:[ ,./-]+'?|')(2[3-9]|3[0-5])(?![\\d:/%]|th\\b|st\\b| ?(?:weeks?|days?|hours?|hrs?|months?|years?|people|children|pupils|mins?|am|pm|pages?|times|sessions|letters|emails|calls)\\b))?";
const DAY_MONTH = new RegExp(
  `(?<![\\d/£$:]|\\d[.-])(\\d{1,2}) ?(?:st|nd|rd|th|dt|ts|ht)?(?: ?day)?[ ,./-]{0,2}(?:(?:off?|in)(?: the)? |month |of month )*([a-z]{3,11})(?![a-z])(?:\\.(?= ?'?\\d))?${YEAR}`,
  'g',
);
const MONTH_DAY = new RegExp(
  `(?<![a-z])([a-z]{3,11})[ ,./-]{0,2}(?:the )?(\\d{1,2})(?![\\d/:%]|\\.\\d)(?: ?(?:st|nd|rd|th))?(?! ?(?:weeks?|days?|hours?|hrs?|months?|years?|people|children|pupils|kids|mins?|am|pm|of|times)\\b)${YEAR}`,
  'g',
);
/** "3rd or 4th of March", "3/4 March", "between 3 and 5 March": no single day. */
const RANGE = new RegExp(
  `(?<![\\d/])\\d{1,2}(?:st|nd|rd|th)? ?(?:/|-|or|to|and|&) ?(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${EXACT_MONTH})\\b`,
  'g',
);

/** Days whose month is a word, before or after the day number, misspelt or not. */
export const readMonth: Reader = (text, reading) => {
  const found: Mention[] = [];
  for (const { index, 0: whole } of text.matchAll(RANGE)) {
    found.push({ start: index, end: index + whole.length, said: 'vague', day: null, shape: 'full' });
  }
  scan(DAY_MONTH, text, (m) => mention(m, m[2], m[1], m[3] ?? m[4], reading), found);
  scan(MONTH_DAY, text, (m) => mention(m, m[1], m[2], m[3] ?? m[4], reading), found);
  return found;
};

function scan(
  pattern: RegExp,
  text: string,
  read: (match: RegExpExecArray) => Mention | null,
  found: Mention[],
): void {
  const regex = new RegExp(pattern);
  for (let m = regex.exec(text); m !== null && found.length < MOST_MENTIONS; m = regex.exec(text)) {
    const mention = read(m);
    if (mention !== null && !found.some((other) => mention.start < other.end && other.start < mention.end)) {
      found.push(mention);
    } else if (mention === null) {
      // The word was no month, but what follows the first part may begin a date of its own.
      regex.lastIndex = m.index + (m[1]?.length ?? 1);
    }
  }
}

function mention(
  match: RegExpExecArray,
  word = '',
  dayNumber = '',
  year: string | undefined,
  { today, ahead }: Reading,
): Mention | null {
  const month = monthOf(word);
  if (month === null) return null;
  const day =
    year === undefined
      ? nearestYear(month, Number(dayNumber), today, ahead)
      : dayOf(fullYear(year), month, Number(dayNumber));
  const { index } = match;
  const end = index + match[0].length;
  return { start: index, end, said: day === null ? 'impossible' : 'day', day, shape: 'full' };
}
