import type { Kysely, Selectable } from 'kysely';
import type { CaseEventRow, CaseStore } from './contract/cases.ts';
import { fromJsonText, jsonText } from './json.ts';
import { VersionConflict } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Pick<CaseStore, 'addCaseEvents' | 'caseEvents' | 'caseEventByClientId'>;

function fromTable(row: Selectable<Tables['case_events']>): CaseEventRow {
  return {
    seq: row.seq,
    at: new Date(row.at),
    clientId: row.client_id,
    actor: fromJsonText(row.actor),
    body: fromJsonText(row.body),
  };
}

export function caseEvents(db: Kysely<Tables>): Part {
  const all = db.selectFrom('case_events').selectAll();
  return {
    async addCaseEvents(caseId, events) {
      if (events.length === 0) return;
      const { last } = await db
        .selectFrom('case_events')
        .select((eb) => eb.fn.max('seq').as('last'))
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      const rows = events.map(({ at, clientId, actor, body }, index) => ({
        case_id: caseId,
        seq: (last ?? 0) + 1 + index,
        at: at.toISOString(),
        client_id: clientId,
        actor: jsonText(actor),
        body: jsonText(body),
      }));
      const kept = await db
        .insertInto('case_events')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .returning('seq')
        .execute();
      if (kept.length < rows.length) throw new VersionConflict();
    },

    async caseEvents(caseId) {
      return (await all.where('case_id', '=', caseId).orderBy('seq').execute()).map(fromTable);
    },

    async caseEventByClientId(caseId, clientId) {
      const row = await all
        .where('case_id', '=', caseId)
        .where('client_id', '=', clientId)
        .executeTakeFirst();
      return row === undefined ? null : fromTable(row);
    },
  };
}

/** Takes the words out of the history of the conversation's cases. What happened, when and by whom stays. */
export async function forgetCaseWords(db: Kysely<Tables>, conversationId: string): Promise<void> {
  const rows = await db
    .selectFrom('case_events')
    .innerJoin('cases', 'cases.id', 'case_events.case_id')
    .select(['case_events.case_id', 'case_events.seq', 'case_events.body'])
    .where('cases.conversation_id', '=', conversationId)
    .execute();
  for (const row of rows) {
    const body = fromJsonText(row.body);
    if (typeof body !== 'object' || body === null || !('text' in body)) continue;
    const { text: _, ...rest } = body;
    await db
      .updateTable('case_events')
      .set({ body: jsonText(rest) })
      .where('case_id', '=', row.case_id)
      .where('seq', '=', row.seq)
      .execute();
  }
}
