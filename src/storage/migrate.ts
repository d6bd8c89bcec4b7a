import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { firstTables } from './migrations/001-first-tables.ts';
import { cases } from './migrations/002-cases.ts';

/** Run in the order of their names. */
const MIGRATIONS: Record<string, Migration> = { '001-first-tables': firstTables, '002-cases': cases };

/**
 * Brings the database to the shape that this version of the service expects.
 * @throws when a step fails or when the database was made by a newer version
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
