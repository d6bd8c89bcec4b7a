import type { Selectable } from 'kysely';
import type { CaseRow } from './contract/cases.ts';
import { fromJsonText, jsonText } from './json.ts';
import type { Tables } from './tables.ts';

/** A case as its table holds it; the version is the writer's business. */
export function toCaseTable(row: CaseRow): Omit<Tables['cases'], 'version'> {
  return {
    id: row.id,
    ref: row.ref,
    conversation_id: row.conversationId,
    council: row.council,
    state: row.state,
    open: Number(row.open),
    red: Number(row.red),
    adviser_id: row.adviserId,
    opened_at: row.openedAt.toISOString(),
    since: row.since.toISOString(),
    due_at: row.dueAt?.toISOString() ?? null,
    waited_seconds: row.waitedSeconds,
    body: jsonText(row.body),
  };
}

export function fromCaseTable(row: Selectable<Tables['cases']>): CaseRow {
  return {
    id: row.id,
    ref: row.ref,
    conversationId: row.conversation_id,
    council: row.council,
    state: row.state,
    open: row.open === 1,
    red: row.red === 1,
    adviserId: row.adviser_id,
    openedAt: new Date(row.opened_at),
    since: new Date(row.since),
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    waitedSeconds: row.waited_seconds,
    body: fromJsonText(row.body),
    version: row.version,
  };
}
