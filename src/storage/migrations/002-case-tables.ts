import { type Kysely, sql } from 'kysely';

/** Cases and their history. */
export async function makeCaseTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ref', 'text', (column) => column.notNull().unique())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('council', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('open', 'integer', (column) => column.notNull())
    .addColumn('red', 'integer', (column) => column.notNull())
    .addColumn('adviser_id', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text')
    .addColumn('waited_seconds', 'integer')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  // The last guard against a family in two queues, however many processes serve it.
  await db.schema
    .createIndex('cases_one_open')
    .on('cases')
    .column('conversation_id')
    .unique()
    .where(sql.ref('open'), '=', 1)
    .execute();
  await makeCaseIndexes(db);
  await db.schema
    .createTable('case_events')
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('case_events_key', ['case_id', 'seq'])
    .addUniqueConstraint('case_events_client_id', ['case_id', 'client_id'])
    .execute();
}

/** One for each way in which cases are looked for, in its order, so that no list is slower for the closed ones. */
async function makeCaseIndexes(db: Kysely<unknown>): Promise<void> {
  const on = (name: string) => db.schema.createIndex(name).on('cases');
  await on('cases_conversation').columns(['conversation_id', 'opened_at', 'id']).execute();
  await on('cases_queue').columns(['council', 'state', 'red desc', 'since', 'id']).execute();
  await on('cases_latest_of_state').columns(['council', 'state', 'opened_at', 'id']).execute();
  await on('cases_latest_of_council').columns(['council', 'opened_at', 'id']).execute();
  await on('cases_latest').columns(['opened_at', 'id']).execute();
  await on('cases_adviser')
    .columns(['adviser_id', 'council', 'state', 'opened_at', 'id'])
    .where(sql.ref('adviser_id'), 'is not', null)
    .execute();
  await on('cases_due').columns(['due_at', 'id']).where(sql.ref('due_at'), 'is not', null).execute();
  await on('cases_waits')
    .columns(['council', 'opened_at', 'id'])
    .where(sql.ref('waited_seconds'), 'is not', null)
    .execute();
}
