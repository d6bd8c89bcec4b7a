import { type Day, dayOf, fullYear, nearestYear } from './calendar.ts';
import { type Mention, MOST_MENTIONS, type Reader, type Reading } from './mention.ts';
import { EXACT_MONTH } from './names.ts';

const ISO = /(?<![\d/.-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?![\d/-])/g;
const DAY_FIRST =
  /(?<![\d/.£$:-])(\d{1,2})(?:st|nd|rd|th)? ?[/.|-] ?(\d{1,2}) ?[/.|-] ?'?(\d{2,4})(?!\d|[/-]\d|:\d)/g;
const SPACED = /(?<![\d£$] ?)(\d{1,2}) (\d{1,2}) (20\d\d|\d\d)(?! ?\d|[/.:%-]\d)/g;
/** The whole answer, however it is divided. */
const WHOLE =
  /^(?:day )?(\d{1,2})(?:st|nd|rd|th)?(?:[ ,:;./-]+| of | month |, month )(\d{1,2})(?:(?:[ ,:;./-]+| year )(\d{4}|\d{2}))?[ .!?]*$/;
const WHOLE_ISO = /^(20\d\d)[ ,.]+(\d{1,2})[ ,.]+(\d{1,2})$/;
/** "1st of the 10th". */
const BOTH_ORDINAL =
  /\b(\d{1,2})(?:st|nd|rd|th) (?:of )?the (\d{1,2})(?:st|nd|rd|th)\b(?:,? (20\d\d|2\d)(?!\d))?/g;
const NO_YEAR = /(?<![\d/.£$:-])(\d{1,2})( ?[/.-] ?)(\d{1,2})(?!\d|[/:-]\d|\.\d|%)/g;
const RUN = /(?<![\d£$+/.-] ?)(\d{2})(\d{2})(20\d\d|\d\d)(?! ?\d|[/.-]\d)/g;
const RUN_ISO = /(?<![\d£$+/.-] ?)(20\d\d)(\d{2})(\d{2})(?! ?\d|[/.-]\d)/g;

/** "1/2 an hour", "3/4 of the class", "5/6 weeks", "3/4 march": parts and ranges. */
const NOT_A_DATE_AFTER = new RegExp(
  `^(?: ?(?:an?|the) )? ?(?:hours?|hrs?|h|days?|terms?|way|price|times?|weeks?|wks?|months?|years?|yrs?|class|of|pupils|children|kids|mins?|minutes|lessons|sessions|marks|adults?|staff|people|x|${EXACT_MONTH})\\b`,
);
const NOT_A_DATE_BEFORE =
  /(?:\b(?:yrs?|years?|ages?|aged|grades?|score|scored|class|room|flat|unit|page|section|sections|level|levels|a|ratio|only|just) |\d |£)$/;

/** Days in figures, always day first; year first when the year has four figures. */
export const readNumeric: Reader = (text, reading) => {
  const found: Mention[] = [];
  const add = (
    match: RegExpMatchArray,
    day: Day | null,
    shape: Mention['shape'],
    swapped: Day | null = null,
  ) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (found.length >= MOST_MENTIONS) return;
    if (found.some((other) => start < other.end && other.start < end)) return;
    found.push({ start, end, said: day === null ? 'impossible' : 'day', day, shape, swapped });
  };
  const whole = WHOLE.exec(text);
  if (whole !== null && !/^\d+:\d+$/.test(text)) {
    const [, d = '', mo = '', y] = whole;
    const read = (day: string, month: string) =>
      y === undefined
        ? nearestYear(Number(month), Number(day), reading.today, reading.ahead)
        : written(day, month, y);
    add(whole, read(d, mo), 'full', read(mo, d));
  }
  const iso = WHOLE_ISO.exec(text);
  if (iso !== null) add(iso, dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), 'full');
  for (const m of text.matchAll(ISO)) add(m, dayOf(Number(m[1]), Number(m[3]), Number(m[4])), 'full');
  for (const m of text.matchAll(DAY_FIRST)) {
    const [, d = '', mo = '', y = ''] = m;
    if (y.length === 3) add(m, null, 'full');
    else add(m, written(d, mo, y), 'full', written(mo, d, y));
  }
  for (const m of text.matchAll(SPACED)) {
    const [, d = '', mo = '', y = ''] = m;
    add(m, written(d, mo, y), y.length === 4 ? 'loose' : 'tight');
  }
  for (const m of text.matchAll(BOTH_ORDINAL)) {
    const [, d = '', mo = '', y] = m;
    const { today, ahead } = reading;
    add(m, y === undefined ? nearestYear(Number(mo), Number(d), today, ahead) : written(d, mo, y), 'loose');
  }
  for (const m of text.matchAll(RUN_ISO)) add(m, dayOf(Number(m[1]), Number(m[2]), Number(m[3])), 'tight');
  for (const m of text.matchAll(RUN)) add(m, written(m[1] ?? '', m[2] ?? '', m[3] ?? ''), 'tight');
  for (const m of text.matchAll(NO_YEAR)) noYear(m, text, reading, add);
  return found;
};

function noYear(
  m: RegExpMatchArray,
  text: string,
  { today, ahead }: Reading,
  add: (match: RegExpMatchArray, day: Day | null, shape: Mention['shape'], swapped: Day | null) => void,
): void {
  const [whole, d = '', mark = '', mo = ''] = m;
  const start = m.index ?? 0;
  const after = text.slice(start + whole.length, start + whole.length + 16);
  if (NOT_A_DATE_AFTER.test(after) || NOT_A_DATE_BEFORE.test(text.slice(Math.max(0, start - 12), start)))
    return;
  const slash = mark.trim() === '/' && whole !== '24/7' && (mark === '/' || mark === ' / ');
  const day = nearestYear(Number(mo), Number(d), today, ahead);
  add(m, day, slash && day !== null ? 'loose' : 'tight', nearestYear(Number(d), Number(mo), today, ahead));
}

const written = (day: string, month: string, year: string): Day | null =>
  dayOf(fullYear(year), Number(month), Number(day));
