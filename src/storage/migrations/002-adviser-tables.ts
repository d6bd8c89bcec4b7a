import type { Kysely } from 'kysely';

/** Advisers, their councils and sign-ins, and where a conversation can be reached in its channel. */
export async function makeAdviserTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('advisers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('login', 'text', (column) => column.unique())
    .addColumn('subject', 'text', (column) => column.unique())
    .addColumn('password_hash', 'text')
    .addColumn('disabled', 'integer', (column) => column.notNull())
    .addColumn('on_duty', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('adviser_councils')
    .addColumn('adviser_id', 'text', (column) => column.notNull().references('advisers.id'))
    .addColumn('council', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('adviser_councils_key', ['adviser_id', 'council'])
    .execute();
  await db.schema
    .createIndex('adviser_councils_council')
    .on('adviser_councils')
    .columns(['council', 'adviser_id'])
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('adviser_id', 'text', (column) => column.notNull().references('advisers.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_adviser').on('sessions').column('adviser_id').execute();
  await db.schema.createIndex('sessions_expiry').on('sessions').column('expires_at').execute();
  await db.schema
    .createTable('channel_references')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('council', 'text')
    .addColumn('adviser_id', 'text')
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('channel_references_council')
    .on('channel_references')
    .columns(['council', 'kind', 'conversation_id'])
    .execute();
  await db.schema
    .createIndex('channel_references_adviser')
    .on('channel_references')
    .columns(['adviser_id', 'kind', 'updated_at'])
    .execute();
}
