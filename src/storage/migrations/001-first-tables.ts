import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Written once and never edited: a change to the tables is a new file. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('conversations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('council', 'text')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('started', 'integer', (column) => column.notNull())
      .addColumn('ended', 'integer', (column) => column.notNull())
      .addColumn('last_seq', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('activities')
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('client_id', 'text')
      .addColumn('sender', 'text', (column) => column.notNull())
      .addColumn('activity', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('activities_key', ['conversation_id', 'seq'])
      // The last guard against a message handled twice: two rows can never carry one client id.
      .addUniqueConstraint('activities_client_id', ['conversation_id', 'client_id'])
      .execute();
    await db.schema
      .createTable('states')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('left_messages')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('council', 'text')
      .addColumn('left_at', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('contact', 'text')
      .addColumn('situation', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('left_messages_conversation')
      .on('left_messages')
      .column('conversation_id')
      .execute();
    await db.schema
      .createTable('corrections')
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('from_value', 'text', (column) => column.notNull())
      .addColumn('to_value', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('corrections_key', ['label', 'from_value', 'to_value'])
      .execute();
  },
};
