import type { Day } from './calendar.ts';
import { type Mention, MOST_MENTIONS, type Reader } from './mention.ts';
import { EXACT_WEEKDAY, weekdayOf } from './names.ts';
import { lastWeekday } from './read-weekday.ts';

const TODAY = "(?:today(?:'?s date|s)?|2day|this (?:morning|afternoon))";
const YESTERDAY = "(?:y[eai]?st[eaiu]?r?(?:da?y|dya|date)(?:'?s date|s)?|yday|yest(?:er)?)";
const BEFORE_YESTERDAY = new RegExp(`\\bday (?:before|b4|be4) ${YESTERDAY}\\b`, 'g');
const PLAIN = new RegExp(`\\b(?:(${TODAY})|(${YESTERDAY}))(?!\\w)`, 'g');
const AGO = new RegExp(
  `\\b(?:(\\d{1,3}|an?|one) ?(days?|weeks?|wks?|fortnights?|months?|mths?)|(week|wk|fortnight|month)(?= ago| last| gone))( ago)?(?: (?:exactly|(?:from|on|last|this|past|since|gone) )?(?:(${TODAY}|to the day)|(${YESTERDAY})|(${EXACT_WEEKDAY})(?!s|\\w)))?( ago)?(?!\\w)`,
  'g',
);
/** "Friday 2 weeks ago", "two Fridays ago". */
const WEEKDAY_FIRST = new RegExp(
  `\\b(${EXACT_WEEKDAY}),? (?:(\\d|an?) ?)?(weeks?|wks?|fortnights?) ago\\b|\\b(\\d) (${EXACT_WEEKDAY})s ago\\b`,
  'g',
);
const SAME_DAY =
  /\b(?:this time|this day|same (?:day|time)|same day as today) (last|a) (week|month|fortnight)\b/g;
const EXACTLY_BEFORE = /\bexactly $/;

/** Days told from today: "yesterday", "3 weeks ago today", "a week yesterday", "this time last week". */
export const readRelative: Reader = (text, { today }) => {
  const found: Mention[] = [];
  const add = (m: RegExpMatchArray, day: Day | null) => {
    const start = m.index ?? 0;
    const end = start + m[0].length;
    if (found.some((other) => start < other.end && other.start < end)) return;
    found.push({ start, end, said: day === null ? 'vague' : 'day', day, shape: 'loose' });
  };
  for (const m of text.matchAll(BEFORE_YESTERDAY)) add(m, today.subtract({ days: 2 }));
  for (const m of text.matchAll(SAME_DAY)) {
    add(
      m,
      m[2] === 'month' ? today.subtract({ months: 1 }) : today.subtract({ weeks: m[2] === 'week' ? 1 : 2 }),
    );
  }
  for (const m of text.matchAll(WEEKDAY_FIRST)) {
    const [, first, weeks = '1', unit = 'w', times = '1', name = first ?? ''] = m;
    const back =
      first === undefined ? Number(times) - 1 : (Number(weeks) || 1) * (unit.startsWith('f') ? 2 : 1);
    add(m, lastWeekday(today, weekdayOf(name) ?? 1).subtract({ weeks: back }));
  }
  for (const m of text.matchAll(AGO)) {
    if (found.length >= MOST_MENTIONS) break;
    const [, number = '', units, unit = units ?? '', ago, exact, yesterday, weekday, later] = m;
    const told = ago !== undefined || later !== undefined;
    if (!told && exact === undefined && yesterday === undefined && weekday === undefined) continue;
    // "for 3 weeks today" and "in 2 weeks" count forward or along, not back.
    if (
      !told &&
      /\b(?:for|in|within|next)(?: (?:the|last|past))? $/.test(text.slice(Math.max(0, m.index - 18), m.index))
    )
      continue;
    const n = /\d/.test(number) ? Number(number) : 1;
    const from =
      yesterday !== undefined
        ? today.subtract({ days: 1 })
        : weekday !== undefined
          ? lastWeekday(today, weekdayOf(weekday) ?? 1)
          : today;
    const between = /\d ?(?:-|or|to|\/) ?$/.test(text.slice(Math.max(0, m.index - 6), m.index));
    const precise = exact !== undefined || EXACTLY_BEFORE.test(text.slice(Math.max(0, m.index - 8), m.index));
    add(m, between ? null : before(from, n, unit, precise || yesterday !== undefined));
  }
  for (const m of text.matchAll(PLAIN)) add(m, today.subtract({ days: m[2] === undefined ? 0 : 1 }));
  return found;
};

/** Null where people round: "4 months ago" is no day, "a month ago today" is one. */
function before(from: Day, n: number, unit: string, precise: boolean): Day | null {
  if (unit.startsWith('d')) return n <= 60 ? from.subtract({ days: n }) : null;
  if (unit.startsWith('f')) return n <= 4 ? from.subtract({ weeks: 2 * n }) : null;
  if (unit.startsWith('w')) return n <= 12 || precise ? from.subtract({ weeks: n }) : null;
  return precise && n <= 24 ? from.subtract({ months: n }) : null;
}
