import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Actor, Case } from '../../../src/handoff/case.ts';
import { CaseEventBody } from '../../../src/handoff/command.ts';
import { firstTables } from '../../../src/storage/migrations/001-first-tables.ts';
import { openSqlite } from '../../../src/storage/open-sqlite.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { TransactionDialect } from '../../../src/storage/sqlite-dialect.ts';

const AT = '2026-11-21T21:00:00.000Z';
const SITUATION = {
  kind: 'complaint',
  counterparty: ['la'],
  topic: 'plan-refused',
  stage: 'talked',
  council: 'dudley',
  dates: { decision: '2026-11-03' },
  cues: { plan: 'none' },
};
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-storage-'));
  file = join(folder, 'a.db');
  const db = new Kysely<unknown>({ dialect: new TransactionDialect(openSqlite(file), () => undefined) });
  const provider = { getMigrations: async () => ({ '001-first-tables': firstTables }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  expect(error).toBeUndefined();
});
afterEach(() => rm(folder, { recursive: true }));

/** Leaves messages as the service did before there were cases. */
function leave(
  ...rows: { id: string; council?: string; situation?: unknown; contact?: string; text?: string }[]
): void {
  const database = new Database(file);
  database.exec("insert into conversations values ('c', 'directline', 'dudley', 'u', '2026', 1, 0, 7)");
  const insert = database.prepare('insert into left_messages values (?, ?, ?, ?, ?, ?, ?)');
  for (const { id, council = null, situation = null, contact = null, text = 'ring me' } of rows)
    insert.run(id, 'c', council, AT, text, contact, JSON.stringify(situation));
  database.close();
}

async function migrated() {
  const storage = await openStorage(`file:${file}`);
  const found = await storage.read(async (tx) => {
    const rows = await tx.casesOf('c');
    return Promise.all(rows.map(async (row) => ({ row, events: await tx.caseEvents(row.id) })));
  });
  await storage.close();
  return new Map(found.map((one) => [one.row.id, one]));
}

it('a left message becomes a case that an adviser can take on', async () => {
  leave({ id: 'm', council: 'dudley', situation: { ...SITUATION, danger: true }, contact: '07700 900123' });
  const { row, events } = (await migrated()).get('m') ?? {};
  expect(Case.parse(row?.body)).toEqual({
    id: 'm',
    ref: row?.ref,
    conversationId: 'c',
    council: 'dudley',
    openedAt: AT,
    reason: 'asked',
    status: { state: 'message-left', since: AT },
    red: true,
    sharedAfter: 7,
    contact: '07700 900123',
    message: 'ring me',
    situation: SITUATION,
  });
  expect(row).toMatchObject({
    conversationId: 'c',
    council: 'dudley',
    state: 'message-left',
    open: false,
    red: true,
    adviserId: null,
    openedAt: new Date(AT),
    since: new Date(AT),
    dueAt: null,
    waitedSeconds: null,
    version: 1,
  });
  expect(events).toMatchObject([{ seq: 1, at: new Date(AT), clientId: null }]);
  expect(Actor.parse(events?.[0]?.actor)).toEqual({ type: 'family' });
  expect(CaseEventBody.parse(events?.[0]?.body)).toEqual({ type: 'message-left' });
});

it('without a council, a contact or a known matter it is still a case', async () => {
  const situations = [null, { danger: true }, { danger: false }, { topic: 'other' }, 'damaged'];
  leave(...situations.map((situation, n) => ({ id: `m${n}`, situation })));
  const found = await migrated();
  expect(found.size).toBe(5);
  for (const { row } of found.values()) {
    const one = Case.parse(row.body);
    expect(one).toMatchObject({ council: '-', contact: null, situation: null, red: row.id === 'm1' });
  }
});

it('each gets a ref of its own, and always the same one', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => ({ id: `message-${n}` }));
  leave(...rows);
  const refs = [...(await migrated()).values()].map(({ row }) => row.ref);
  expect(new Set(refs).size).toBe(300);
  for (const ref of refs) expect(ref).toMatch(/^[A-Z2-9]{6}$/);
  expect((await migrated()).get('message-0')?.row.ref).toMatchInlineSnapshot(`"XRMQ7M"`);
});

it('a message of a conversation that is not known any more is kept too', async () => {
  leave({ id: 'm' });
  const database = new Database(file);
  database.exec("delete from conversations where id = 'c'");
  database.close();
  expect(Case.parse((await migrated()).get('m')?.row.body).sharedAfter).toBe(0);
});

it('the old table is gone, and the words are in the file once, not twice', async () => {
  leave({ id: 'm' });
  await migrated();
  const database = new Database(file);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  database.close();
  expect(JSON.stringify(tables)).not.toContain('left_messages');
  const bytes = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  expect(bytes.join('').split('ring me')).toHaveLength(2);
});
