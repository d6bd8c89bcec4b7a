import type { AdviserRow } from '../../storage/contract/advisers.ts';
import type { StorageWork } from '../../storage/storage.ts';
import { newAdviser } from '../new-adviser.ts';
import type { WhoSignedIn } from './who-signed-in.ts';

/**
 * Makes the adviser's row at the first sign-in and brings name and councils up to date at the next. Whoever has
 * lost every role keeps no sign-in from before either.
 *
 * @returns null when they may not come in: no role, or the account is disabled here
 */
export async function keepWho(
  tx: StorageWork,
  { subject, name, councils }: WhoSignedIn,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<AdviserRow | null> {
  const known = await tx.adviserBySubject(subject);
  if (known === null && councils.length === 0) return null;
  const row: AdviserRow = {
    ...(known ?? newAdviser(newId(), now)),
    subject,
    name,
    councils,
  };
  await tx.saveAdviser(row);
  if (councils.length === 0) await tx.endSessionsOf(row.id);
  return row.disabled || councils.length === 0 ? null : row;
}
