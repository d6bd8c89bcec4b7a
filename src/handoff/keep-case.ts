import type { StorageWork } from '../storage/storage.ts';
import type { Actor } from './case.ts';
import { type StoredCase, toRow, waited } from './case-row.ts';
import type { CaseEventBody } from './command.ts';
import { actorOf, type Command } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Hint } from './feed.ts';
import type { Limits } from './limits.ts';
import type { CaseWatcher } from './watcher.ts';

export interface KeepDeps {
  readonly limitsOf: (council: string) => Limits;
  readonly watchers: readonly CaseWatcher[];
}

/**
 * Writes what was decided: the case, its history and whoever has to learn of it, in one transaction.
 *
 * @returns what to publish once the transaction is committed
 * @throws VersionConflict when somebody else changed the case in between
 */
export async function keepDecision(
  tx: StorageWork,
  deps: KeepDeps,
  before: StoredCase,
  command: Command,
  { next, events }: Extract<Decision, { ok: true }>,
  { now, clientId }: { readonly now: Date; readonly clientId: string | null },
): Promise<readonly Hint[]> {
  const changed = next !== before.value;
  if (!changed && events.length === 0) return [];
  if (changed) {
    const after: StoredCase = {
      value: next,
      version: before.version,
      waitedSeconds: waited(before, next, now),
    };
    await tx.saveCase(toRow(after, deps.limitsOf(next.council)));
  }
  await keepEvents(tx, next.id, actorOf(command), events, now, clientId);
  for (const watcher of deps.watchers)
    await watcher.changed(tx, { before: before.value, after: next, events });
  return [{ type: 'case', caseId: next.id, council: next.council, conversationId: next.conversationId }];
}

/** Adds to the history; the first line carries the client's id, so that the command is known when it comes again. */
export async function keepEvents(
  tx: StorageWork,
  caseId: string,
  actor: Actor,
  events: readonly CaseEventBody[],
  at: Date,
  clientId: string | null,
): Promise<void> {
  await tx.addCaseEvents(
    caseId,
    events.map((body, index) => ({ at, clientId: index === 0 ? clientId : null, actor, body })),
  );
}
