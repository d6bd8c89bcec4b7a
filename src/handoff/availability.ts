/** Whether a family can get an adviser of its council now, and what to tell it if so. */

import type { Knowledge } from '../knowledge/knowledge.ts';
import type { AdviserRow } from '../storage/contract/advisers.ts';
import type { StorageReads } from '../storage/storage.ts';
import { deskOf } from './desk-of.ts';
import { isOpen, type Opening, opensAt } from './hours.ts';

export type Availability =
  /** Another engagement hub answers in this channel; its hours and its queue are its own. */
  | { readonly state: 'hub' }
  /** Nobody has an adviser's account for this council: nothing may be sent to an empty room. */
  | { readonly state: 'none' }
  /** `backAt` null: no hours are set. */
  | { readonly state: 'closed'; readonly backAt: Date | null }
  | {
      readonly state: 'open';
      /** Families before this one. */
      readonly ahead: number;
      /** Half of the last families waited no longer; null while too few have waited to say. */
      readonly usualMinutes: number | null;
      /** Advisers who are there at this moment. */
      readonly atWork: number;
    };

/** A place in the queue: who is red comes before who is not, and then who has waited longest. */
export interface Place {
  readonly since: Date;
  readonly red: boolean;
}

/** A screen gives a sign of life every twenty seconds; one that has slept this long is nobody's. */
const SEEN_WITHIN_MS = 3 * 60_000;
const WAITS_LOOKED_AT = 20;
const FEWEST_WAITS = 5;

/** @param since the place of a family that is in the queue already */
export async function availabilityOf(
  tx: StorageReads,
  knowledge: Pick<Knowledge, 'advisers' | 'bankHolidays'>,
  council: string,
  now: Date,
  place: Place = { since: now, red: false },
): Promise<Exclude<Availability, { state: 'hub' }>> {
  const advisers = (await tx.advisers(council)).filter(({ disabled }) => !disabled);
  if (advisers.length === 0) return { state: 'none' };
  const opening = openingOf(knowledge, council);
  if (!isOpen(opening, now)) return { state: 'closed', backAt: opensAt(opening, now) };
  const waits = await tx.recentWaits(council, WAITS_LOOKED_AT);
  return {
    state: 'open',
    ahead: await tx.waitingBefore(council, place),
    usualMinutes: usualMinutes(waits),
    atWork: advisers.filter((adviser) => isAtWork(adviser, now)).length,
  };
}

/** The hours of a council's advisers. */
export function openingOf(
  { advisers, bankHolidays }: Pick<Knowledge, 'advisers' | 'bankHolidays'>,
  council: string,
): Opening {
  const { hours, closures } = advisers(council);
  return { hours, closures, bankHolidays };
}

/** In Teams nobody holds a line open: who said that they are on duty is. */
function isAtWork({ onDuty, seenAt, subject }: AdviserRow, now: Date): boolean {
  if (!onDuty) return false;
  if (deskOf({ subject }) === 'teams') return true;
  return seenAt !== null && now.getTime() - seenAt.getTime() <= SEEN_WITHIN_MS;
}

/** The median in whole minutes, rounded up. */
function usualMinutes(seconds: readonly number[]): number | null {
  if (seconds.length < FEWEST_WAITS) return null;
  const sorted = [...seconds].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.max(1, Math.ceil(middle / 60));
}
