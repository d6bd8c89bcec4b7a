import type { Kysely } from 'kysely';
import { fromCaseTable, toCaseTable } from './case-row.ts';
import type { CaseStore } from './contract/cases.ts';
import { findCases } from './find-cases.ts';
import { orConflict } from './or-conflict.ts';
import { VersionConflict } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Omit<CaseStore, 'addCaseEvents' | 'caseEvents' | 'caseEventByClientId'>;

export function cases(db: Kysely<Tables>): Part {
  const all = db.selectFrom('cases').selectAll();
  return {
    async insertCase(row) {
      const kept = await db
        .insertInto('cases')
        .values({ ...toCaseTable(row), version: 1 })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (kept === undefined) throw new VersionConflict();
    },

    async saveCase(row) {
      const saved = await orConflict(
        db
          .updateTable('cases')
          .set({ ...toCaseTable(row), version: row.version + 1 })
          .where('id', '=', row.id)
          .where('version', '=', row.version)
          .returning('version')
          .executeTakeFirst(),
      );
      if (saved === undefined) throw new VersionConflict();
      return saved.version;
    },

    async caseById(id) {
      const row = await all.where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromCaseTable(row);
    },

    async openCaseOf(conversationId) {
      const row = await all
        .where('conversation_id', '=', conversationId)
        .where('open', '=', 1)
        .executeTakeFirst();
      return row === undefined ? null : fromCaseTable(row);
    },

    async casesOf(conversationId) {
      const rows = await all
        .where('conversation_id', '=', conversationId)
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(fromCaseTable);
    },

    async cases(filter) {
      return (await findCases(db, filter)).map(fromCaseTable);
    },

    async casesDue(now, limit) {
      const rows = await all
        .where('due_at', '<=', now.toISOString())
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromCaseTable);
    },

    async waitingBefore(council, { since, red }) {
      const place = since.toISOString();
      const row = await db
        .selectFrom('cases')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('council', '=', council)
        .where('state', '=', 'waiting')
        .where((eb) =>
          red
            ? eb.and([eb('red', '=', 1), eb('since', '<', place)])
            : eb.or([eb('since', '<', place), eb.and([eb('red', '=', 1), eb('since', '>', place)])]),
        )
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async recentWaits(council, limit) {
      const rows = await db
        .selectFrom('cases')
        .select('waited_seconds')
        .where('council', '=', council)
        .where('waited_seconds', 'is not', null)
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap((row) => (row.waited_seconds === null ? [] : [row.waited_seconds]));
    },
  };
}
