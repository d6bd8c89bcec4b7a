/** Where advisers and the clock act on cases. Each act is decided and kept under its conversation's lock. */

import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { ProblemError } from '../shared/problem.ts';
import type { CaseRow } from '../storage/contract/cases.ts';
import { type Storage, type StorageReads, type StorageWork, VersionConflict } from '../storage/storage.ts';
import { type AdviserRef, adviserOf, type Case } from './case.ts';
import { fromRow, type StoredCase } from './case-row.ts';
import type { AdviserCommand, HubCommand, Notice, Refusal, Tick } from './command.ts';
import type { Converse, Utterance } from './converse.ts';
import { type Command, decide } from './decide.ts';
import { deskOf } from './desk-of.ts';
import type { Feed, Hint } from './feed.ts';
import { type KeepDeps, keepDecision } from './keep-case.ts';

/** How often an act is decided again when somebody else was quicker. */
const ATTEMPTS = 5;
/** More cases than a service has under way at any time. */
const MOST_DUE = 1_000;

/** Somebody who was let in, and the councils whose cases they may see. */
export interface SignedIn {
  readonly ref: AdviserRef;
  readonly councils: readonly string[];
}

export type Acted =
  | { readonly ok: true; readonly case: Case }
  | { readonly ok: false; readonly refusal: Refusal };

export interface DeskDeps extends KeepDeps {
  readonly storage: Storage;
  readonly converse: Converse;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the council's advisers are at work at that instant. */
  readonly isOpen: (council: string, now: Date) => boolean;
  /** The words for what the family is told. */
  readonly word: (notice: Notice, of: Case) => Utterance;
}

export interface Desk {
  /**
   * @param clientId made by the adviser's screen; the same one again is answered and not carried out twice
   * @throws ProblemError CaseNotFound, also for a case of a council that is not theirs
   */
  act(caseId: string, adviser: SignedIn, command: AdviserCommand, clientId: string): Promise<Acted>;
  /** What another engagement hub reports of the conversation's case; nothing when it has none. */
  report(conversationId: string, command: HubCommand): Promise<void>;
  /** An adviser who may see the case. @throws ProblemError CaseNotFound */
  read(tx: StorageReads, caseId: string, adviser: SignedIn): Promise<StoredCase>;
  /** Does whatever is due by now. One case that fails holds up no other. */
  tick(): Promise<void>;
}

export function createDesk(deps: DeskDeps): Desk {
  const { storage, converse, clock, log, feed } = deps;

  const read = async (tx: StorageReads, caseId: string, { ref, councils }: SignedIn): Promise<StoredCase> => {
    const row = await tx.caseById(caseId);
    if (row === null) throw new ProblemError('CaseNotFound');
    if (!councils.includes(row.council)) {
      log.warn({ adviser: ref.id, case: caseId }, "a case of another service's council was asked for");
      throw new ProblemError('CaseNotFound');
    }
    return fromRow(row);
  };

  /** Decides and keeps one command; says what the family is told of it, and what the adviser said. */
  const carryOut = async (
    tx: StorageWork,
    before: StoredCase,
    command: Command,
    clientId: string | null,
    hints: Hint[],
  ): Promise<{ say: Utterance[]; result: Acted }> => {
    const now = clock.now();
    const decided = decide(before.value, command, now, deps.limitsOf(before.value.council));
    if (!decided.ok) return { say: [], result: decided };
    hints.push(...(await keepDecision(tx, deps, before, command, decided, { now, clientId })));
    const say = decided.tell.map((notice) => deps.word(notice, decided.next));
    if (command.by === 'adviser' && command.command.type === 'say') {
      say.push({ type: 'message', name: command.adviser.name, text: command.command.text, clientId });
    }
    return { say, result: { ok: true, case: decided.next } };
  };

  const inConversation = async <T>(
    conversationId: string,
    work: (tx: StorageWork, hints: Hint[]) => Promise<{ say: readonly Utterance[]; result: T }>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const hints: Hint[] = [];
      try {
        const result = await converse(conversationId, (tx) => work(tx, hints));
        for (const hint of hints) feed.publish(hint);
        return result;
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt >= ATTEMPTS) throw error;
      }
    }
  };

  const colleagueOf = async (tx: StorageReads, to: string, { council }: Case): Promise<AdviserRef | null> => {
    const row = await tx.adviser(to);
    if (row === null || row.disabled || !row.councils.includes(council)) return null;
    return { id: row.id, name: row.name, desk: deskOf(row) };
  };

  /** What the clock would do to a case at this instant. */
  const look = async (tx: StorageReads, before: StoredCase) => {
    const { value } = before;
    const ref = adviserOf(value);
    const adviserSeen = ref === null ? null : ((await tx.adviser(ref.id))?.seenAt ?? null);
    const now = clock.now();
    const tick: Tick = { type: 'tick', adviserSeen, open: deps.isOpen(value.council, now) };
    const command: Command = { by: 'clock', command: tick };
    const decided = decide(value, command, now, deps.limitsOf(value.council));
    return { before, command, changes: decided.ok && decided.next !== value };
  };

  return {
    read,
    async act(caseId, adviser, command, clientId) {
      const { value } = await storage.read((tx) => read(tx, caseId, adviser));
      return inConversation(value.conversationId, async (tx, hints) => {
        const before = await read(tx, caseId, adviser);
        const known = await tx.caseEventByClientId(caseId, clientId);
        if (known !== null) return { say: [], result: { ok: true, case: before.value } };
        const colleague =
          command.type === 'transfer' ? await colleagueOf(tx, command.to, before.value) : null;
        return carryOut(
          tx,
          before,
          { by: 'adviser', adviser: adviser.ref, command, colleague },
          clientId,
          hints,
        );
      });
    },
    async report(conversationId, command) {
      await inConversation(conversationId, async (tx, hints) => {
        const row = await tx.openCaseOf(conversationId);
        if (row === null) return { say: [], result: null };
        return carryOut(tx, fromRow(row), { by: 'hub', command }, null, hints);
      });
    },
    async tick() {
      const due = await storage.read(async (tx) => {
        const found: CaseRow[] = [];
        for (const row of await tx.casesDue(clock.now(), MOST_DUE)) {
          try {
            if ((await look(tx, fromRow(row))).changes) found.push(row);
          } catch (err) {
            if (err instanceof ProblemError) throw err;
            log.error({ err, case: row.id }, 'the clock could not look at a case');
          }
        }
        return found;
      });
      for (const { id, conversationId } of due) {
        try {
          await inConversation(conversationId, async (tx, hints) => {
            const row = await tx.caseById(id);
            if (row === null) return { say: [], result: null };
            // Looked at again: the adviser may have come back, or the family written, in between.
            const { before, command } = await look(tx, fromRow(row));
            return carryOut(tx, before, command, null, hints);
          });
        } catch (err) {
          log.error({ err, case: id }, 'the clock could not act on a case');
        }
      }
    },
  };
}
