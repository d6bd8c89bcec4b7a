import { newAdviser } from '../handoff/new-adviser.ts';
import type { AdviserRow } from '../storage/contract/advisers.ts';
import type { StorageWork } from '../storage/storage.ts';
import type { StaffFile } from './staff-file.ts';
import {
  councilsByName,
  identityOfSubject,
  nameForFamilies,
  type StaffIdentity,
  subjectOf,
  teamsOf,
} from './standing.ts';

/**
 * The adviser account of somebody who writes from Teams, made or brought up to date, with a sign of life.
 * Somebody who is staff of no council any more loses the account's rights.
 *
 * @returns null when they are nobody's staff, or an operator shut the account
 */
export async function keepAdviser(
  tx: StorageWork,
  file: StaffFile,
  identity: StaffIdentity,
  councils: readonly string[],
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<AdviserRow | null> {
  const subject = subjectOf(identity);
  const known = await tx.adviserBySubject(subject);
  if (councils.length === 0) {
    if (known !== null && !known.disabled) await tx.saveAdviser({ ...known, councils: [], disabled: true });
    return null;
  }
  // Shut by an operator; who was struck off the file has no councils left and may come back with it.
  if (known?.disabled === true && known.councils.length > 0) return null;
  const row: AdviserRow = {
    ...(known ?? { ...newAdviser(newId(), now), onDuty: false }),
    subject,
    name: nameForFamilies(file, identity),
    councils: [...councils].sort(),
    disabled: false,
    seenAt: now,
  };
  const { seenAt: _, ...before } = known ?? { seenAt: null };
  const { seenAt: __, ...after } = row;
  if (JSON.stringify(before) === JSON.stringify(after)) await tx.markSeen(row.id, now);
  else await tx.saveAdviser(row);
  return row;
}

/**
 * Takes from every Teams account what the file no longer gives, at the start: who was struck off must not
 * stay in the count of advisers, nor be sent another word.
 */
export async function strikeOff(tx: StorageWork, file: StaffFile | null): Promise<void> {
  for (const row of await tx.advisers(null)) {
    const identity = identityOfSubject(row.subject);
    if (identity === null || row.disabled) continue;
    const allowed = file === null ? [] : reachable(file, identity);
    const councils = row.councils.filter((council) => allowed.includes(council));
    if (councils.length === row.councils.length) continue;
    await tx.saveAdviser({ ...row, councils, disabled: councils.length === 0 });
  }
}

/** By name, or by a team that may still list them: that is asked when they next write. */
function reachable(file: StaffFile, identity: Pick<StaffIdentity, 'tenant' | 'objectId'>): string[] {
  return [...councilsByName(file, identity), ...teamsOf(file, identity).map(({ council }) => council)];
}
