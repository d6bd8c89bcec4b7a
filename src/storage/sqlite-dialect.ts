import {
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import type Database from 'libsql';

/**
 * Begins and ends transactions by `exec`, which leaves no statement behind. A prepared `begin immediate`
 * that met a lock stays half done until it is collected, and until then every commit fails.
 */
class TransactionDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #afterCommit: () => void;
  constructor(database: Database.Database, afterCommit: () => void) {
    super({ database });
    this.#database = database;
    this.#afterCommit = afterCommit;
  }
  /**
   * Takes the write lock at once, unless the work only reads: work that reads first and writes later fails
   * when another process wrote in between, and no waiting helps it.
   */
  override async beginTransaction(_: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    this.#database.exec(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }
  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
    // Here, and not when the caller goes on, because by then the next transaction has begun.
    this.#afterCommit();
  }
  override async rollbackTransaction(): Promise<void> {
    // A full or failing disk has undone it already; an error of our own here would hide that one.
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
}

class TransactionAdapter extends SqliteAdapter {
  /** SQLite does undo a change of tables; Kysely is only careful. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's SQLite over an open database, with transactions that say at once whether they may write. */
export class TransactionDialect extends SqliteDialect {
  readonly #driver: Driver;
  constructor(database: Database.Database, afterCommit: () => void) {
    super({ database });
    this.#driver = new TransactionDriver(database, afterCommit);
  }
  override createDriver(): Driver {
    return this.#driver;
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionAdapter();
  }
}
