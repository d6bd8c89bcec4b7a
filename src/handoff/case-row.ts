/** A case as its row in storage, and back. */
import type { CaseRow } from '../storage/contract/cases.ts';
import { adviserOf, Case, isOpen } from './case.ts';
import type { Limits } from './limits.ts';
import { dueAt } from './what-is-due.ts';

/** A case and the version it had when it was read; 0 for one that is not stored yet. */
export interface StoredCase {
  readonly value: Case;
  readonly version: number;
  readonly waitedSeconds: number | null;
}

/** @throws ZodError when the row was not written by this release or one it can read */
export function fromRow(row: CaseRow): StoredCase {
  return { value: Case.parse(row.body), version: row.version, waitedSeconds: row.waitedSeconds };
}

export function toRow({ value, version, waitedSeconds }: StoredCase, limits: Limits): CaseRow {
  const { status } = value;
  return {
    id: value.id,
    ref: value.ref,
    conversationId: value.conversationId,
    council: value.council,
    state: status.state,
    open: isOpen(value),
    red: value.red,
    adviserId: adviserOf(value)?.id ?? null,
    openedAt: new Date(value.openedAt),
    since: new Date('since' in status ? status.since : value.openedAt),
    dueAt: dueAt(value, limits),
    waitedSeconds,
    body: value,
    version,
  };
}

/** How long the family waited, once somebody has come; the first wait counts, not those after a return. */
export function waited(before: StoredCase, after: Case, now: Date): number | null {
  if (before.waitedSeconds !== null || after.status.state !== 'live') return before.waitedSeconds;
  return Math.round((now.getTime() - Date.parse(after.status.since)) / 1000);
}
