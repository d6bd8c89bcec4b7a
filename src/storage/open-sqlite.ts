import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import Database from 'libsql';

/** How long one process waits for another that is writing (the command line beside the service). */
const BUSY_MS = 5_000;

/**
 * Takes the write lock at the start of a transaction: one that reads first and writes later fails at once
 * when another process wrote in between, and no waiting helps it.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #afterCommit: () => void;
  constructor(database: Database.Database, afterCommit: () => void) {
    super({ database });
    this.#afterCommit = afterCommit;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    // Here, and not when the caller goes on, because by then the next transaction has begun.
    this.#afterCommit();
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #driver: Driver;
  constructor(database: Database.Database, driver: Driver) {
    super({ database });
    this.#driver = driver;
  }
  override createDriver(): Driver {
    return this.#driver;
  }
}

export interface OpenedSqlite {
  readonly dialect: SqliteDialect;
  /** Something was deleted for good: its last traces leave the write-ahead log after the next commit. */
  readonly wipeAfterCommit: () => void;
}

/** Opens (or makes, with its folder) a SQLite database that loses nothing when the machine stops. */
export function openSqlite(path: string): OpenedSqlite {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const isNew = !inMemory && !existsSync(path);
  const database = new Database(path);
  if (isNew) chmodSync(path, 0o600);
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  // What a family asks to be forgotten must be overwritten, not merely unlinked.
  database.exec('PRAGMA secure_delete = ON');
  database.exec('PRAGMA foreign_keys = ON');
  // What a stopped process left behind in the log goes with the first commit.
  let wipe = true;
  const driver = new ImmediateDriver(database, () => {
    if (wipe) wipe = !emptyLog(database);
  });
  return {
    dialect: new ImmediateDialect(database, driver),
    wipeAfterCommit: () => {
      wipe = true;
    },
  };
}

/**
 * Overwritten pages reach the file only when the log is emptied into it, and until then the log holds
 * the old ones. False when another process still reads from the log.
 */
function emptyLog(database: Database.Database): boolean {
  try {
    const row: unknown = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return typeof row === 'object' && row !== null && 'busy' in row && row.busy === 0;
  } catch {
    // The commit itself has succeeded; this is tried again after the next one.
    return false;
  }
}
