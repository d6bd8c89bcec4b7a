import { Kysely } from 'kysely';
import type { Log } from '../shared/log.ts';
import { ProblemError } from '../shared/problem.ts';
import { activities } from './activities.ts';
import { advisers } from './advisers.ts';
import { caseEvents } from './case-events.ts';
import { cases } from './cases.ts';
import { channelReferences } from './channel-references.ts';
import { conversations } from './conversations.ts';
import { corrections } from './corrections.ts';
import { whyNotOpened } from './database-error.ts';
import { databasePath } from './database-path.ts';
import { logWiper } from './log-wiper.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './open-sqlite.ts';
import { outbox } from './outbox.ts';
import { wipePages } from './page-wiper.ts';
import { sessions } from './sessions.ts';
import { sqliteCode } from './sqlite-code.ts';
import { TransactionDialect } from './sqlite-dialect.ts';
import { states } from './states.ts';
import type { Storage, StorageWork } from './storage.ts';
import type { Tables } from './tables.ts';
import { realWait, type Wait } from './wait.ts';
import { waitForLock } from './wait-for-lock.ts';

/** A full disk, a lock held too long, a damaged file: not the caller's doing, and worth trying again. */
function isUnavailable(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== null && !code.startsWith('SQLITE_CONSTRAINT');
}

export interface StorageNeeds {
  /** Told of every failure; without it only the caller is. */
  readonly log?: Log;
  readonly wait?: Wait;
}

/**
 * Opens the database and brings its tables up to date.
 *
 * One connection serves the process, so transactions run one after another. Work must not open a
 * transaction inside another: it would wait for itself. A lock that another process holds is waited for
 * up to three seconds, and nobody else is held up meanwhile.
 *
 * @param url `file:PATH` (its folder is made) or `file::memory:`
 * @throws DatabaseError when the database cannot be opened or migrated; when the address is not one of these
 */
export async function openStorage(url: string, needs: StorageNeeds = {}): Promise<Storage> {
  const { log, wait = realWait } = needs;
  const path = databasePath(url);
  const { db, wiper } = await openTables(path, log, wait).catch((error: unknown) => {
    throw whyNotOpened(path, error);
  });
  const parts = (tx: Kysely<Tables>): StorageWork => ({
    ...conversations(tx, wiper.wanted),
    ...activities(tx),
    ...states(tx),
    ...corrections(tx),
    ...cases(tx),
    ...caseEvents(tx),
    ...advisers(tx),
    ...sessions(tx),
    ...outbox(tx),
    ...channelReferences(tx),
  });
  const orUnavailable = (error: unknown): never => {
    if (!isUnavailable(error)) throw error;
    log?.warn({ err: error }, 'storage failed');
    throw new ProblemError('StorageUnavailable', { cause: error });
  };
  return {
    transaction(work) {
      let begun = false;
      const once = () =>
        db.transaction().execute((tx) => {
          begun = true;
          return work(parts(tx));
        });
      return waitForLock(once, () => !begun, wait).catch(orUnavailable);
    },
    read(work) {
      const reading = db.transaction().setAccessMode('read only');
      return waitForLock(
        () => reading.execute((tx) => work(parts(tx))),
        () => true,
        wait,
      ).catch(orUnavailable);
    },
    async close() {
      wiper.close();
      await db.destroy();
    },
  };
}

async function openTables(path: string, log: Log | undefined, wait: Wait) {
  const database = await waitForLock(
    async () => openSqlite(path),
    () => true,
    wait,
  );
  const db = new Kysely<Tables>({ dialect: new TransactionDialect(database, () => wiper.afterCommit()) });
  const alone = (work: () => void) => db.connection().execute(async () => work());
  const wiper = logWiper({ database, alone, wait, log });
  try {
    // In one transaction: a process killed half way must not leave half the tables.
    await waitForLock(
      () => db.transaction().execute(migrate),
      () => true,
      wait,
    );
    wipePages(database, log);
    wiper.now();
    return { db, wiper };
  } catch (error) {
    wiper.close();
    await db.destroy();
    throw error;
  }
}
