import type { Knowledge } from '../knowledge/knowledge.ts';
import type { IsoDate } from '../shared/vocabulary.ts';
import { chooseRoute } from './choose-route.ts';
import { dayToSay } from './deadline-line.ts';
import { deadlinesOf } from './deadlines-of.ts';
import type { Situation } from './schema.ts';

export interface NextDeadline {
  readonly date: IsoDate;
  readonly daysLeft: number;
  readonly label: string;
}

/** The nearest day by which the family itself has to act and that has not gone; null when none is known. */
export function nextDeadline(
  situation: Situation,
  { knowledge, today }: { readonly knowledge: Knowledge; readonly today: IsoDate },
): NextDeadline | null {
  const [first] = deadlinesOf(chooseRoute(situation, knowledge), situation.dates, { today, knowledge })
    .filter(({ binds, passed }) => binds === 'family' && !passed)
    .map((deadline) => ({ date: dayToSay(deadline, today), label: deadline.label }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return first === undefined ? null : { ...first, daysLeft: daysBetween(today, first.date) };
}

/** Whole days of the calendar; negative when the day has gone. */
export function daysBetween(today: IsoDate, day: IsoDate): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
