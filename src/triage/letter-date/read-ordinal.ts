import { type Day, dayOf, isAfter } from './calendar.ts';
import { type Mention, MOST_MENTIONS, type Reader } from './mention.ts';
import { EXACT_WEEKDAY, weekdayOf } from './names.ts';

const ORDINAL = new RegExp(
  `(?:\\b(${EXACT_WEEKDAY}) )?(?<![\\d/.£-])(?<=^|[ (:,.-])(?:(the|dated|date|on|of|says?|from|was|is|its|it's|dtd) )?(\\d{1,2})(?:st|nd|rd|th)\\b(?: ?(?:of )?(last|this|the last|previous) month| (inst|ult)\\b)?`,
  'g',
);
/** Where a day number may stand without a small word before it. */
const BEGINS = /^$|\? $/;
/** What may follow a day number that stands alone; anything else makes it "the 3rd time", "her 2nd school". */
const MAY_FOLLOW =
  /^(?:$|[.,;!?)\n]| ?-| (?:and|but|it|is|was|i|they|we|at|on|came|when|which|so|tho|though|because|cos|that|not|about|says?|as|to|from|then|until|til|of this|thats|that's|nobody|the|sorry|no|or|for|in|with|by|postmarked|dated|letter|printed|if|,)\b)/;

/** "the 12th", "dated 12th", "Friday 13th", "the 12th of last month": a day number without a month. */
export const readOrdinal: Reader = (text, { today, ahead }) => {
  const found: Mention[] = [];
  for (const m of text.matchAll(ORDINAL)) {
    if (found.length >= MOST_MENTIONS) break;
    const [whole, weekday, lead, number = '', which, formal] = m;
    const end = m.index + whole.length;
    if (
      lead === undefined &&
      weekday === undefined &&
      !BEGINS.test(text.slice(Math.max(0, m.index - 2), m.index))
    )
      continue;
    if (!MAY_FOLLOW.test(text.slice(end, end + 14))) continue;
    const dayOnly = Number(number);
    if (dayOnly < 1 || dayOnly > 31) continue;
    const fixed = which ?? (formal === 'ult' ? 'last' : formal === 'inst' ? 'this' : undefined);
    const day =
      fixed === undefined ? nearest(dayOnly, today, ahead, weekday) : ofMonth(dayOnly, today, fixed);
    const said = day === null ? 'impossible' : 'day';
    found.push({
      start: m.index + whole.indexOf(number),
      end,
      said,
      day,
      shape: 'loose',
      ...(fixed === undefined && weekday === undefined ? { dayOnly } : {}),
    });
  }
  return found;
};

function ofMonth(day: number, today: Day, which: string): Day | null {
  const month = which === 'this' ? today : today.subtract({ months: 1 });
  return dayOf(month.year, month.month, day);
}

/** The last (or next) month that has that day, and on that weekday when one was said. */
function nearest(day: number, today: Day, ahead: boolean, weekday?: string): Day | null {
  const wanted = weekday === undefined ? null : weekdayOf(weekday);
  const first = today.with({ day: 1 });
  let fallback: Day | null = null;
  for (let i = 0; i <= 12; i += 1) {
    const month = first.add({ months: ahead ? i : -i });
    const found = dayOf(month.year, month.month, day);
    if (found === null || (ahead ? isAfter(today, found) : isAfter(found, today))) continue;
    if (wanted === null || found.dayOfWeek === wanted) return found;
    fallback ??= found;
  }
  return fallback;
}
