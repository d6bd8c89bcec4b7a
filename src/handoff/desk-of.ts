import type { AdviserRow } from '../storage/contract/advisers.ts';
import type { AdviserRef } from './case.ts';

/** Begins the subject of whoever works in Teams; what follows is `tenant|object id`. */
export const TEAMS_SUBJECT = 'teams|';

/** Where an adviser takes cases. */
export function deskOf({ subject }: Pick<AdviserRow, 'subject'>): AdviserRef['desk'] {
  return subject?.startsWith(TEAMS_SUBJECT) === true ? 'teams' : 'console';
}
