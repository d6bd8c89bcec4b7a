import type { Kysely } from 'kysely';

/**
 * Only the first item of a lane can leave, so the time stands with the lane: however long the queue behind a
 * receiver that is down, one row is looked at. A lane is there as long as it has items.
 */
export async function makeOutboxTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox_lanes')
    .addColumn('lane', 'text', (column) => column.primaryKey())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('outbox_lanes_next').on('outbox_lanes').column('next_at').execute();
  await db.schema
    .createTable('outbox')
    // Never given out twice: a late word about an item that is gone must not meet another one.
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('lane', 'text', (column) => column.notNull().references('outbox_lanes.lane'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('outbox_lane').on('outbox').columns(['lane', 'id']).execute();
  await db.schema.createIndex('outbox_conversation').on('outbox').column('conversation_id').execute();
}
