import type { Case } from '../handoff/case.ts';
import { fromRow } from '../handoff/case-row.ts';
import type { Desk, SignedIn } from '../handoff/desk.ts';
import type { Clock } from '../shared/clock.ts';
import type { AdviserRow } from '../storage/contract/advisers.ts';
import type { Storage, StorageReads } from '../storage/storage.ts';
import type { StaffServices } from './services.ts';
import type { StaffWording } from './wording.ts';

/** A member of staff who asks, as far as it is certain who they are. */
export interface Asker {
  readonly adviser: AdviserRow;
  /** `channel`: their colleagues read along. */
  readonly scope: 'personal' | 'channel';
  /** Of what they sent: the same one again is never carried out twice. */
  readonly clientId: string;
}

export interface StaffDeps {
  readonly services: StaffServices;
  readonly words: StaffWording;
  readonly storage: Storage;
  readonly desk: Desk;
  readonly clock: Clock;
  /** Makes sure that we can write to them alone; false when Teams does not let us. */
  readonly reachable: (asker: Asker) => Promise<boolean>;
}

export function signedIn({ adviser }: Asker): SignedIn {
  return { ref: { id: adviser.id, name: adviser.name, desk: 'teams' }, councils: adviser.councils };
}

/** The only council of somebody who has but one. */
export function homeOf({ adviser }: Asker): string | null {
  const [only, ...others] = adviser.councils;
  return only !== undefined && others.length === 0 ? only : null;
}

const MOST_CASES = 50;

/** The cases in which this adviser works from Teams. */
export async function casesInTeams(
  tx: StorageReads,
  { id, councils }: Pick<AdviserRow, 'id' | 'councils'>,
  states: readonly Case['status']['state'][],
): Promise<Case[]> {
  if (councils.length === 0) return [];
  const rows = await tx.cases({ councils, adviserId: id, states, order: 'queue', limit: MOST_CASES });
  return rows
    .map((row) => fromRow(row).value)
    .filter(({ status }) => 'adviser' in status && status.adviser?.desk === 'teams');
}

/** The case that plain words go to: the chosen one, or the only one; null when there is none, or a choice to make. */
export function currentOf(talks: readonly Case[], chosen: string | null): Case | null {
  const [only, ...others] = talks;
  return talks.find(({ id }) => id === chosen) ?? (others.length === 0 ? (only ?? null) : null);
}
