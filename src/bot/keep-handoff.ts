/** Carries out what a turn does to the family's case, in the turn's own transaction. */
import { isDeepStrictEqual } from 'node:util';
import type { Effect } from '../../dialogs/memory.ts';
import { adviserOf, type Case, isOpen } from '../handoff/case.ts';
import { fromRow } from '../handoff/case-row.ts';
import type { FamilyCommand } from '../handoff/command.ts';
import { decide } from '../handoff/decide.ts';
import type { Hint } from '../handoff/feed.ts';
import { type KeepDeps, keepDecision } from '../handoff/keep-case.ts';
import { openCase } from '../handoff/open-case.ts';
import type { Situation } from '../pathways/schema.ts';
import type { CaseRow } from '../storage/contract/cases.ts';
import { type StorageWork, VersionConflict } from '../storage/storage.ts';

export interface HandoffDeps extends KeepDeps {
  readonly newId: () => string;
}

export interface HandoffTurn {
  readonly conversationId: string;
  /** The conversation's cases as the dialogs saw them, latest first. */
  readonly rows: readonly CaseRow[];
  readonly effects: readonly Effect[];
  /** The family's matter as the bot understands it after this turn. */
  readonly situation: Situation | null;
  /** What the family wrote, for an adviser who reads it elsewhere. */
  readonly text: string;
  readonly now: Date;
}

/**
 * @returns what to publish once the transaction is committed
 * @throws VersionConflict when a case has changed since the turn was decided: what was to go to an adviser
 * must not go to an empty room, nor the bot speak over one who has come
 */
export async function keepHandoff(
  tx: StorageWork,
  deps: HandoffDeps,
  { conversationId, rows, effects, situation, text, now }: HandoffTurn,
): Promise<readonly Hint[]> {
  const current = await tx.casesOf(conversationId);
  if (mark(current) !== mark(rows)) throw new VersionConflict();
  const hints: Hint[] = [];
  const act = async (caseId: string, command: FamilyCommand) => {
    const row = await tx.caseById(caseId);
    if (row === null) return;
    const before = fromRow(row);
    const by = { by: 'family', command } as const;
    const decided = decide(before.value, by, now, deps.limitsOf(row.council));
    if (!decided.ok) throw new Error(`a case that is ${row.state} refused "${command.type}"`);
    hints.push(...(await keepDecision(tx, deps, before, by, decided, { now, clientId: null })));
    if (command.type === 'said' && text !== '' && isOpen(decided.next) && adviserOf(decided.next) !== null) {
      for (const watcher of deps.watchers) await watcher.familySaid(tx, decided.next, text);
    }
  };

  const told = current.find(({ open }) => open);
  if (told !== undefined && situation !== null && tellsMore(fromRow(told).value, situation)) {
    await act(told.id, { type: 'tells', situation });
  }
  for (const effect of effects) {
    if (effect.type === 'forget') {
      for (const { id } of current) await act(id, { type: 'forget' });
    } else if (effect.type === 'case') {
      const its = (current.find(({ open }) => open) ?? current[0])?.id;
      if (its !== undefined) await act(its, effect.command);
    } else if (effect.type === 'open-case') {
      const { ref, share, ...wanted } = effect.wanted;
      const sharedAfter = await lastUnseen(tx, conversationId, share);
      const opening = { ...wanted, conversationId, sharedAfter };
      hints.push(...(await openCase(tx, { ...deps, newRef: () => ref }, opening, now)).hints);
    }
  }
  return hints;
}

/** See `Case.sharedAfter`. The message by which they said "only from now on" is not among what they share. */
async function lastUnseen(
  tx: StorageWork,
  conversationId: string,
  share: 'all' | 'from-now' | 'none',
): Promise<number> {
  switch (share) {
    case 'all':
      return 0;
    case 'from-now':
      return (await tx.lastSeq(conversationId)) + 1;
    case 'none':
      return Number.MAX_SAFE_INTEGER;
  }
}

const mark = (rows: readonly CaseRow[]): string => rows.map(({ id, version }) => `${id} ${version}`).join();

/** The family's cases as the dialogs see them. */
export function casesIn(rows: readonly CaseRow[]): {
  readonly open: Case | null;
  readonly last: Case | null;
} {
  const open = rows.find((row) => row.open);
  const last = open ?? rows[0];
  return {
    open: open === undefined ? null : fromRow(open).value,
    last: last === undefined ? null : fromRow(last).value,
  };
}

const tellsMore = (before: Case, situation: Situation): boolean =>
  before.sharedAfter === 0 && !isDeepStrictEqual(before.situation, situation);
