import { type CompiledQuery, Kysely } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { advisers } from '../../src/storage/advisers.ts';
import { caseEvents, forgetCaseWords } from '../../src/storage/case-events.ts';
import { cases } from '../../src/storage/cases.ts';
import { channelReferences } from '../../src/storage/channel-references.ts';
import type { CaseFilter } from '../../src/storage/contract/cases.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { forgetOutbox, outbox } from '../../src/storage/outbox.ts';
import { sessions } from '../../src/storage/sessions.ts';
import { TransactionDialect } from '../../src/storage/sqlite-dialect.ts';
import type { Tables } from '../../src/storage/tables.ts';
import { at, outboxItem } from './support/rows.ts';

let database: Database.Database;
let db: Kysely<Tables>;
let queries: CompiledQuery[];
beforeEach(async () => {
  database = new Database(':memory:');
  queries = [];
  const dialect = new TransactionDialect(database, () => undefined);
  const log = ({ query }: { query: CompiledQuery }) => {
    queries.push(query);
  };
  db = new Kysely<Tables>({ dialect, log });
  await db.transaction().execute(migrate);
  queries = [];
});
afterEach(() => db.destroy());

/** How SQLite looks up what was asked since, line by line. */
function plan(): string[] {
  return queries.flatMap(({ sql, parameters }) =>
    database
      .prepare(`explain query plan ${sql}`)
      .all(...parameters)
      .map((row) => String(Object(row).detail)),
  );
}
const throughTables = (lines: string[]) => lines.filter((line) => /^SCAN (?!part$)/.test(line));

const FILTERS: Record<string, Omit<CaseFilter, 'limit'>> = {
  'the queue': { councils: ['a'], states: ['waiting'], order: 'queue' },
  'the queue of several councils': { councils: ['a', 'b'], states: ['waiting', 'live'], order: 'queue' },
  'the latest closed': { councils: ['a', 'b'], states: ['closed', 'abandoned'], order: 'latest' },
  'the latest of a council': { councils: ['a'], order: 'latest', openedFrom: at(0), openedTo: at(1) },
  "an adviser's own": { councils: ['a'], states: ['closed'], adviserId: 'x', order: 'latest' },
  'one by its ref': { councils: ['a'], ref: 'ABCDEF', order: 'latest' },
};
it.each(Object.entries(FILTERS))('%s: each part is read from an index in its order', async (_, filter) => {
  await cases(db).cases({ ...filter, limit: 5 });
  const lines = plan();
  expect(throughTables(lines)).toEqual([]);
  const lookups = lines.filter((line) => line.startsWith('SEARCH cases USING INDEX'));
  expect(lookups).toHaveLength(
    filter.councils === null ? 1 : filter.councils.length * (filter.states?.length ?? 1),
  );
  // What is sorted is the page alone: each part had its limit before that.
  for (const [index, line] of lines.entries())
    if (line.startsWith('SEARCH cases')) expect(lines[index + 1]).toBe('SCAN part');
});

it('nothing else that is asked of the new tables reads a whole one', async () => {
  const [one, events, lanes] = [cases(db), caseEvents(db), outbox(db)];
  await one.caseById('1');
  await one.openCaseOf('c');
  await one.casesOf('c');
  await one.casesDue(at(0), 5);
  await one.waitingBefore('a', { since: at(0), red: false });
  await one.recentWaits('a', 5);
  await events.caseEvents('1');
  await events.caseEventByClientId('1', 'x');
  await forgetCaseWords(db, 'c');
  await advisers(db).adviserByLogin('a');
  await advisers(db).adviserBySubject('a');
  await sessions(db).session('h');
  await sessions(db).endSessionsOf('a');
  await sessions(db).dropSessions(at(0));
  await channelReferences(db).referencesOfCouncil('a');
  await channelReferences(db).referenceOfAdviser('a');
  await lanes.addToOutbox([outboxItem('l', 1), outboxItem('l', 2)]);
  const [item] = await lanes.takeFromOutbox(at(0), at(1), 5);
  await lanes.retryFromOutbox(item?.id ?? 0, at(0));
  await lanes.removeFromOutbox(item?.id ?? 0);
  await forgetOutbox(db, 'c');
  expect(queries.length).toBeGreaterThan(20);
  expect(throughTables(plan())).toEqual([]);
});
