import { type Day, dayOf, isAfter } from './calendar.ts';
import type { Mention } from './mention.ts';

const CORRECTS =
  /^[ ,.;-]*(?:(?:no|sorry|oops|wait|actually|i mean|meant|correction|rather|scrap that|my mistake|its|it's|is|was|i|make that|or rather|typo)[ ,.;-]*)+(?:the |on )*$/;
const REALLY_CORRECTS =
  /\b(?:no|sorry|oops|wait|actually|mean|meant|correction|rather|scrap|mistake|make that|typo)\b/;

/** Drops a day that its writer put right at once: "3 March, sorry, 4 March". */
export function dropCorrected(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, i) => {
    const next = mentions[i + 1];
    if (next === undefined) return true;
    const between = text.slice(mention.end, next.start);
    return !(between.length < 40 && CORRECTS.test(between) && REALLY_CORRECTS.test(between));
  });
}

/**
 * Gives "the 26th" the month of a full date said beside it. A day printed on a letter cannot be after the
 * day it arrived, so it goes back a month where it would be.
 */
export function carryMonth(
  mention: Mention,
  whole: Mention | undefined,
  arrived: boolean,
  today: Day,
): Mention {
  const beside = whole?.day ?? null;
  if (mention.dayOnly === undefined || beside === null) return mention;
  if (isAfter(beside, today) || isAfter(today.subtract({ days: 100 }), beside)) return mention;
  const latest = arrived ? beside : today;
  for (const month of [beside, beside.subtract({ months: 1 })]) {
    const day = dayOf(month.year, month.month, mention.dayOnly);
    if (day !== null && !isAfter(day, latest)) return { ...mention, day };
  }
  return mention;
}
