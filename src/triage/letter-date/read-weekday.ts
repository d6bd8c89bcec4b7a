import type { Day } from './calendar.ts';
import { type Mention, MOST_MENTIONS, type Reader } from './mention.ts';
import { weekdayOf } from './names.ts';

const WORD = /(?<![a-z])(?:m|t|w|f|s)[a-z]{2,11}(?![a-z])/g;
const LEAD = /\b(last|on|dated|dtd|this|past|previous|the|was|is|its|it's|since|from|of|says?) $/;
const MAY_BE_SHORT = /\b(?:last|on|dated|dtd|this|past) $/;
const NOT_PAST = /\b(?:next|every|each|this coming|coming|til|till|until|by|most) $/;
const NOT_A_DAY =
  /^(?:s\b|'s\b| ?(?:of|in) (?!last week)[a-z0-9]| mornings\b| afternoons\b| evenings\b| nights\b| week\b| club| to (?:fri|thu|sun)| - ?fri|\/)/;
const WEEK_BEFORE = /^ (?:before last|last but one|the week before last)/;
const LAST_WEEK = /^,? (?:of |in )?last week\b/;
const GONE = /^ (?:(?:just )?(?:gone|past|passed)|morning|afternoon|evening)\b/;
const LAST_WEEK_LEAD = /\blast week(?: on)? $/;

/** The weekday before today: on a Tuesday, "last Tuesday" is seven days back. */
export function lastWeekday(today: Day, weekday: number): Day {
  return today.subtract({ days: ((today.dayOfWeek - weekday + 6) % 7) + 1 });
}

/** "last Tuesday", "on wensday", "Tuesday of last week", "the Friday before last". */
export const readWeekday: Reader = (text, { today, ahead }) => {
  const found: Mention[] = [];
  if (ahead) return found;
  for (const m of text.matchAll(WORD)) {
    if (found.length >= MOST_MENTIONS) break;
    const word = m[0];
    if (!/d|u[en]s?$|rs?$|ri$|at$|mon/.test(word)) continue;
    const weekday = weekdayOf(word);
    if (weekday === null) continue;
    const end = m.index + word.length;
    const before = text.slice(Math.max(0, m.index - 16), m.index);
    const after = text.slice(end, end + 24);
    const short = word.length <= 5;
    if (NOT_PAST.test(before) || NOT_A_DAY.test(after)) continue;
    if (short && !MAY_BE_SHORT.test(before) && text !== word && !LAST_WEEK.test(after)) continue;
    const lead = LEAD.exec(before)?.[1];
    const start = m.index - (lead === 'last' || lead === 'this' ? lead.length + 1 : 0);
    let day = lastWeekday(today, weekday);
    let tail = 0;
    const weekBack = WEEK_BEFORE.exec(after);
    const lastWeek = LAST_WEEK.exec(after);
    if (weekBack !== null) {
      day = day.subtract({ weeks: 1 });
      tail = weekBack[0].length;
    } else if (lastWeek !== null || LAST_WEEK_LEAD.test(before)) {
      day = today.subtract({ days: today.dayOfWeek - 1 + 7 - (weekday - 1) });
      tail = lastWeek?.[0].length ?? 0;
    } else {
      tail = GONE.exec(after)?.[0].length ?? 0;
    }
    found.push({ start, end: end + tail, said: 'day', day, shape: 'loose' });
  }
  return found;
};
