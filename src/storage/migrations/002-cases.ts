import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { makeAdviserTables } from './002-adviser-tables.ts';
import { makeCaseTables } from './002-case-tables.ts';
import { leftMessagesToCases } from './002-left-messages.ts';
import { makeOutboxTables } from './002-outbox-tables.ts';

/** Written once and never edited, with the files that it is made of: a change to the tables is a new file. */
export const cases: Migration = {
  async up(db: Kysely<unknown>) {
    await makeCaseTables(db);
    await makeAdviserTables(db);
    await makeOutboxTables(db);
    await leftMessagesToCases(db);
  },
};
