import { adviserOf, type Case } from '../../handoff/case.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { chooseRoute } from '../../pathways/choose-route.ts';
import { dayToSay } from '../../pathways/deadline-line.ts';
import { deadlinesOf } from '../../pathways/deadlines-of.ts';
import type { Situation } from '../../pathways/schema.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { CaseLine } from './api.ts';

export interface LineOptions {
  readonly knowledge: Knowledge;
  /** The day it is in England. */
  readonly today: IsoDate;
}

/** A case as one row of a queue. */
export function caseLine(of: Case, options: LineOptions): CaseLine {
  const { knowledge } = options;
  const { status, situation } = of;
  const adviser = adviserOf(of);
  return {
    id: of.id,
    ref: of.ref,
    council: of.council,
    place: knowledge.councils.get(of.council)?.place ?? of.council,
    state: status.state,
    red: of.red,
    reason: of.reason,
    openedAt: of.openedAt,
    since: 'since' in status ? status.since : of.openedAt,
    adviser: adviser === null ? null : { id: adviser.id, name: adviser.name },
    topic: situation === null ? null : knowledge.taxonomy.topics[situation.topic].button,
    deadline: situation === null ? null : nextDeadline(situation, options),
    owed: status.state === 'live' ? status.owed : null,
  };
}

/** The nearest day by which the family itself has to act and that has not gone. */
function nextDeadline(situation: Situation, { knowledge, today }: LineOptions): CaseLine['deadline'] {
  const all = deadlinesOf(chooseRoute(situation, knowledge), situation.dates, { today, knowledge })
    .filter(({ binds, passed }) => binds === 'family' && !passed)
    .map((deadline) => ({ date: dayToSay(deadline, today), label: deadline.label }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const [first] = all;
  return first === undefined ? null : { ...first, daysLeft: daysBetween(today, first.date) };
}

/** Whole days of the calendar; negative when the day has gone. */
export function daysBetween(today: IsoDate, day: IsoDate): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
