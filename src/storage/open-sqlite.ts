import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/**
 * Opens (or makes, with its folder) a SQLite database that loses nothing when the machine stops. It never
 * waits for a lock by itself, because that would hold up the whole process.
 */
export function openSqlite(path: string): Database.Database {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const isNew = !inMemory && !existsSync(path);
  const database = new Database(path);
  try {
    if (isNew) chmodSync(path, 0o600);
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    // What a family asks to be forgotten must be overwritten, not merely unlinked.
    database.exec('PRAGMA secure_delete = ON');
    database.exec('PRAGMA foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
