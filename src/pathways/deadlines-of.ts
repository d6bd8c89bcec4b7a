import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Route } from '../knowledge/schema/route.ts';
import type { IsoDate } from '../shared/vocabulary.ts';
import { computeDeadline } from './deadlines/compute-deadline.ts';
import type { Dates, Deadline } from './schema.ts';

/** Every clock of a route that can be counted from the dates known, the most pressing first. */
export function deadlinesOf(
  route: Route,
  dates: Dates,
  { today, knowledge }: { today: IsoDate; knowledge: Knowledge },
): Deadline[] {
  const ids = new Set([...route.clocks, ...route.steps.flatMap(({ clock }) => clock ?? [])]);
  return [...ids].flatMap((id) => {
    const clock = knowledge.clocks.get(id);
    if (clock === undefined) return [];
    return computeDeadline(clock, dates, { today, bankHolidays: knowledge.bankHolidays }) ?? [];
  });
}
