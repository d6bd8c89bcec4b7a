import { Kysely } from 'kysely';
import { ProblemError } from '../shared/problem.ts';
import { activities } from './activities.ts';
import { conversations } from './conversations.ts';
import { corrections } from './corrections.ts';
import { databasePath } from './database-path.ts';
import { leftMessages } from './left-messages.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './open-sqlite.ts';
import { states } from './states.ts';
import type { Storage, StorageWork } from './storage.ts';
import type { Tables } from './tables.ts';

/** A full disk, a lock held too long, a damaged file: not the caller's doing, and worth trying again. */
function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_') &&
    !error.code.startsWith('SQLITE_CONSTRAINT')
  );
}

/**
 * Opens the database and brings its tables up to date.
 *
 * One connection serves the process, so transactions run one after another. Work must not open a
 * transaction inside another: it would wait for itself.
 *
 * @param url `file:PATH` (its folder is made) or `file::memory:`
 * @throws when the address is not one of these, or the database cannot be opened or migrated
 */
export async function openStorage(url: string): Promise<Storage> {
  const { dialect, wipeAfterCommit } = openSqlite(databasePath(url));
  const db = new Kysely<Tables>({ dialect });
  await migrate(db);

  const parts = (tx: Kysely<Tables>): StorageWork => ({
    ...conversations(tx, wipeAfterCommit),
    ...activities(tx),
    ...states(tx),
    ...leftMessages(tx),
    ...corrections(tx),
  });
  return {
    async transaction(work) {
      try {
        return await db.transaction().execute((tx) => work(parts(tx)));
      } catch (error) {
        throw isUnavailable(error) ? new ProblemError('StorageUnavailable', { cause: error }) : error;
      }
    },
    close: () => db.destroy(),
  };
}
