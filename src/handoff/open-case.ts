import type { Situation } from '../pathways/schema.ts';
import type { StorageWork } from '../storage/storage.ts';
import type { Case, CaseReason } from './case.ts';
import { toRow } from './case-row.ts';
import type { CaseEventBody } from './command.ts';
import type { Hint } from './feed.ts';
import { type KeepDeps, keepEvents } from './keep-case.ts';

export interface NewCase {
  readonly conversationId: string;
  readonly council: string;
  readonly reason: CaseReason;
  readonly red: boolean;
  /** See `Case.sharedAfter`. */
  readonly sharedAfter: number;
  readonly situation: Situation | null;
  /** A message for later, instead of a place in the queue. */
  readonly leave: { readonly text: string; readonly contact: string | null } | null;
}

export interface OpenDeps extends KeepDeps {
  readonly newId: () => string;
  /** Six letters, see `Case.ref`. */
  readonly newRef: () => string;
}

/**
 * Opens a case. @throws VersionConflict when the family is in one already
 */
export async function openCase(
  tx: StorageWork,
  deps: OpenDeps,
  wanted: NewCase,
  now: Date,
): Promise<{ readonly opened: Case; readonly hints: readonly Hint[] }> {
  const { leave, ...rest } = wanted;
  const at = now.toISOString();
  const opened: Case = {
    ...rest,
    id: deps.newId(),
    ref: deps.newRef(),
    openedAt: at,
    status:
      leave === null
        ? { state: 'waiting', since: at, spell: at, warned: false }
        : { state: 'message-left', since: at },
    contact: leave?.contact ?? null,
    message: leave?.text ?? null,
  };
  const events: CaseEventBody[] = [
    { type: 'opened', why: wanted.reason },
    ...(leave === null ? [] : [{ type: 'message-left' as const }]),
  ];
  await tx.insertCase(
    toRow({ value: opened, version: 0, waitedSeconds: null }, deps.limitsOf(opened.council)),
  );
  await keepEvents(tx, opened.id, { type: 'family' }, events, now, null);
  for (const watcher of deps.watchers) await watcher.changed(tx, { before: null, after: opened, events });
  const { id: caseId, council, conversationId } = opened;
  return { opened, hints: [{ type: 'case', caseId, council, conversationId }] };
}
