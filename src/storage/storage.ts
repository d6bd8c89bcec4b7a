/**
 * Everything that must outlive the process, behind one interface. SQLite implements it today;
 * PostgreSQL can tomorrow, so nothing here speaks of files or of one single writer.
 */

import type { AdviserStore } from './contract/advisers.ts';
import type { CaseStore } from './contract/cases.ts';
import type { OutboxStore } from './contract/outbox.ts';
import type { ReferenceStore } from './contract/references.ts';

/** A stored value and the version it had when it was read. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: number;
}

export interface ConversationRow {
  readonly id: string;
  readonly channel: 'directline' | 'bot-framework' | 'terminal' | 'page';
  /** Slug of the council in whose name it was opened. */
  readonly council: string | null;
  /** The user id that the token names; every message of the family carries it. */
  readonly userId: string;
  readonly createdAt: Date;
  /** The bot has greeted, so a second start of the same conversation does nothing. */
  readonly started: boolean;
  readonly ended: boolean;
}

/** One activity of a conversation, as it is shown again to whoever reconnects. */
export interface StoredActivity {
  /** Counts 1, 2, 3 within its conversation; the watermark is the last one seen. */
  readonly seq: number;
  /** Set by the sender (`channelData.clientActivityID` or the channel's activity id): the same one is never handled twice. */
  readonly clientId: string | null;
  readonly from: 'user' | 'bot' | 'adviser';
  /** The activity as Bot Framework JSON, with its id and timestamp. */
  readonly activity: Readonly<Record<string, unknown>>;
}

export type NewActivity = Omit<StoredActivity, 'seq' | 'activity'> & {
  /** Builds the activity once its place in the conversation is known. */
  readonly build: (seq: number) => Record<string, unknown>;
};

/** Somebody else changed the state in between; read again and decide again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
}

export interface Storage {
  /** Runs `work` so that all of its writes are kept, or none is. */
  transaction<T>(work: (tx: StorageWork) => Promise<T>): Promise<T>;
  /** Runs `work` on one state of the database, without waiting for others that write. It may run again. */
  read<T>(work: (tx: StorageReads) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The part of {@link StorageWork} that changes nothing. */
export type StorageReads = Pick<
  StorageWork,
  | 'conversation'
  | 'lastSeq'
  | 'activitiesAfter'
  | 'activityByClientId'
  | 'state'
  | 'corrections'
  | 'caseById'
  | 'openCaseOf'
  | 'casesOf'
  | 'cases'
  | 'casesDue'
  | 'waitingBefore'
  | 'recentWaits'
  | 'caseEvents'
  | 'caseEventByClientId'
  | 'adviser'
  | 'adviserByLogin'
  | 'adviserBySubject'
  | 'advisers'
  | 'session'
  | 'nextInOutbox'
  | 'waitingInOutbox'
  | 'reference'
  | 'referencesOfCouncil'
  | 'referenceOfAdviser'
>;

/** What can be done inside one transaction. Each method may be called several times. */
export interface StorageWork extends CaseStore, AdviserStore, OutboxStore, ReferenceStore {
  createConversation(row: ConversationRow): Promise<void>;
  conversation(id: string): Promise<ConversationRow | null>;
  markStarted(id: string): Promise<void>;
  markEnded(id: string): Promise<void>;
  /**
   * Deletes all that was said, the state, the words in the history of its cases, what is still to be sent of it
   * and where the family can be reached. The bare row stays with its last place, so that the watermark never
   * runs backwards and the family can still be told that it is done.
   */
  forgetConversation(id: string): Promise<void>;

  /**
   * Adds activities in the order given and returns them with their places.
   * @throws VersionConflict when one has a client id that the conversation holds already
   */
  append(conversationId: string, activities: readonly NewActivity[]): Promise<StoredActivity[]>;
  /** The last place given out in the conversation, also to what was forgotten since; 0 when there is none. */
  lastSeq(conversationId: string): Promise<number>;
  /** Activities after the watermark (0 for all), oldest first. */
  activitiesAfter(conversationId: string, seq: number, limit: number): Promise<StoredActivity[]>;
  activityByClientId(conversationId: string, clientId: string): Promise<StoredActivity | null>;

  /** The state kept under a key, or null when there is none. */
  state(key: string): Promise<Versioned<unknown> | null>;
  /**
   * Writes the state if it still has the version that was read (0: it must not exist yet).
   * @returns the new version
   * @throws VersionConflict
   */
  saveState(key: string, value: unknown, version: number): Promise<number>;
  deleteState(key: string): Promise<void>;

  /** Counts that a family corrected one reading to another; holds no words of theirs. */
  countCorrection(
    label: 'kind' | 'counterparty' | 'topic' | 'council',
    from: string,
    to: string,
  ): Promise<void>;
  corrections(): Promise<{ label: string; from: string; to: string; count: number }[]>;
}
