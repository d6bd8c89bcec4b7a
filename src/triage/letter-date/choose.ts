import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { DateDoubt } from '../schema.ts';
import { type Day, isAfter } from './calendar.ts';
import type { Mention } from './mention.ts';

export interface ReadDate {
  /** The day, when it can be told; never one after today unless days ahead were asked for. */
  readonly date: IsoDate | null;
  readonly doubt: DateDoubt | null;
  /** Days worth offering when `date` is null: several that were said, or an impossible one put right. */
  readonly candidates: readonly IsoDate[];
}

export const NO_DATE: ReadDate = { date: null, doubt: null, candidates: [] };

/** Makes one answer of mentions that weigh the same. */
export function choose(mentions: readonly Mention[], today: Day, ahead: boolean): ReadDate {
  const days = distinct(mentions.flatMap(({ day }) => (day === null ? [] : [day])));
  const fit = ahead ? days : days.filter((day) => !isAfter(day, today));
  const [only, another] = fit;
  if (another !== undefined) return doubtful('several', fit);
  if (only !== undefined) {
    const old = isAfter(today.subtract({ years: 1 }), only);
    return { date: only.toString(), doubt: old ? 'old' : null, candidates: [only.toString()] };
  }
  if (days.length > 0) return doubtful('future', []);
  const swapped = mentions.flatMap(({ swapped: day }) =>
    day && (ahead || !isAfter(day, today)) ? [day] : [],
  );
  if (mentions.some(({ said }) => said === 'impossible')) return doubtful('impossible', distinct(swapped));
  return mentions.length > 0 ? doubtful('vague', []) : NO_DATE;
}

function doubtful(doubt: DateDoubt, days: readonly Day[]): ReadDate {
  return { date: null, doubt, candidates: days.map(String) };
}

function distinct(days: readonly Day[]): Day[] {
  return days.filter(
    (day, i) => days.findIndex((other) => Temporal.PlainDate.compare(day, other) === 0) === i,
  );
}
