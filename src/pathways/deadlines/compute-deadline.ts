import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../knowledge/schema/clock.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { Dates, Deadline } from '../schema.ts';
import { countInWords, shortMonthInWords } from './count-in-words.ts';
import { fallBackInWords } from './fall-back-in-words.ts';
import { lastDay } from './last-day.ts';
import { applyTribunalRule } from './tribunal-rule.ts';
import type { BankHolidaySet } from './working-days.ts';

interface Run {
  readonly end: Temporal.PlainDate;
  /** Whole sentences. */
  readonly counted: readonly (string | undefined)[];
}

/**
 * One clock, run from the family's own dates.
 *
 * @returns null when the day it runs from is not known. `date` is the safe day, `acceptedUntil` the last
 *   that still counts; `passed` and `late` are about `acceptedUntil`.
 * @throws RangeError when a day is not a real `YYYY-MM-DD`
 */
export function computeDeadline(
  clock: Clock,
  dates: Dates,
  { today, bankHolidays }: { today: IsoDate; bankHolidays: BankHolidaySet },
): Deadline | null {
  const from = dates[clock.from];
  if (from === undefined) return null;
  const run = laterRun(clock, from, dates, bankHolidays);
  const date = run.end.toString();
  const rule = clock.tribunalRules ? applyTribunalRule(run.end, bankHolidays) : { day: run.end, moved: null };
  const acceptedUntil = rule.day.toString();
  const passed = today > acceptedUntil;
  const fallBack = fallBackInWords(rule.moved, date, acceptedUntil, today);
  return {
    id: clock.id,
    label: clock.label,
    date,
    acceptedUntil,
    counted: [...run.counted, passed ? undefined : clock.note, fallBack].filter(Boolean).join(' '),
    ...(clock.authority === undefined ? {} : { authority: clock.authority }),
    sources: clock.sources,
    passed,
    ...(passed && clock.late !== undefined ? { late: clock.late } : {}),
    binds: clock.binds,
  };
}

/** The clock's own count, or its second one where that ends later. */
function laterRun(clock: Clock, from: IsoDate, dates: Dates, bankHolidays: BankHolidaySet): Run {
  const words = countInWords(clock.count, from, clock.fromWords);
  const end = lastDay(clock.count, Temporal.PlainDate.from(from), bankHolidays);
  const short = shortMonthInWords(clock.count, from);
  const other = clock.orLater;
  const otherFrom = other && dates[other.from];
  if (other === undefined || otherFrom === undefined) return { end, counted: [sentence(words), short] };

  const otherStart = Temporal.PlainDate.from(otherFrom);
  const otherEnd = lastDay(other.count, otherStart, bankHolidays);
  const otherWords = countInWords(other.count, otherFrom, other.fromWords);
  if (Temporal.PlainDate.compare(otherEnd, end) <= 0) {
    return {
      end,
      counted: [sentence(words), short, `${sentence(otherWords)} That is not later, so it changes nothing.`],
    };
  }
  const beganLate = Temporal.PlainDate.compare(otherStart, end) > 0;
  const counted = [
    sentence(otherWords),
    shortMonthInWords(other.count, otherFrom),
    `That is later than ${words}, so it is the one that counts.`,
    beganLate ? other.caution : undefined,
  ];
  return { end: otherEnd, counted };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
