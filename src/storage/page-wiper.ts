import { type Kysely, sql } from 'kysely';
import type Database from 'libsql';
import type { Log } from '../shared/log.ts';

/**
 * Notes in the database itself, with what is deleted, that its pages have to be written anew. SQLite moves rows
 * from page to page and leaves copies in the unused part of a page, where `secure_delete` does not reach.
 */
export async function wantWholePages<T>(db: Kysely<T>): Promise<void> {
  await sql`PRAGMA user_version = 1`.execute(db);
}

/**
 * Writes every page anew where something was forgotten since it was done last. It takes a second for 60 MB and lets
 * nobody else write meanwhile, so it is done at the start, when nobody waits. What cannot be done now, because
 * another process works with the database or the disk is full, is done at the next start.
 */
export function wipePages(database: Database.Database, log: Log | undefined): void {
  const row: unknown = database.prepare('PRAGMA user_version').get();
  if (typeof row !== 'object' || row === null || !('user_version' in row) || row.user_version === 0) return;
  try {
    database.exec('VACUUM');
    database.exec('PRAGMA user_version = 0');
  } catch (err) {
    log?.warn({ err }, 'pages that may hold traces of deleted words could not be written anew at this start');
  }
}
