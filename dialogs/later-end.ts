import type { DateKind, Pathway, Situation } from '../src/pathways/schema.ts';
import type { Services } from './services.ts';

/** The days that may make one of the pathway's time limits end later: a certificate's. */
export function laterKinds(pathway: Pathway, services: Services): DateKind[] {
  const { clocks } = services.knowledge();
  return pathway.deadlines.flatMap(({ id }) => clocks.get(id)?.orLater?.from ?? []);
}

/**
 * Whether a family's time limit is over. While a certificate keeps the time to appeal open it is not, whatever
 * was to be done on the way there.
 */
export function timeIsOver(pathway: Pathway, dates: Situation['dates'], services: Services): boolean {
  const { clocks } = services.knowledge();
  const { deadlines } = pathway;
  const keptOpen = deadlines.some(({ id, passed }) => {
    const later = clocks.get(id)?.orLater?.from;
    return !passed && later !== undefined && dates[later] !== undefined;
  });
  return !keptOpen && deadlines.some(({ binds, passed }) => binds === 'family' && passed);
}
