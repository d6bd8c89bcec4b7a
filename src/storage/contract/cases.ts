/** Cases and their history, as rows. What a case means is the business of the handoff room. */

export interface CaseRow {
  readonly id: string;
  /** Six letters, unique among all cases. */
  readonly ref: string;
  readonly conversationId: string;
  readonly council: string;
  readonly state: string;
  /** The family is in the handoff: a conversation has at most one such case. */
  readonly open: boolean;
  readonly red: boolean;
  /** Whose case it is at this moment. */
  readonly adviserId: string | null;
  readonly openedAt: Date;
  /** The place in the queue goes by it. */
  readonly since: Date;
  /** When the clock must look at it; null: never by itself. */
  readonly dueAt: Date | null;
  /** How long the family waited until an adviser came; null when none has yet. */
  readonly waitedSeconds: number | null;
  /** The case as plain data. */
  readonly body: unknown;
  /** 0 before it is stored. */
  readonly version: number;
}

export interface CaseEventRow {
  /** Counts 1, 2, 3 within its case. */
  readonly seq: number;
  readonly at: Date;
  /**
   * The client's id of the command that made it: the same one is never carried out twice. Of several events of
   * one command the first carries it.
   */
  readonly clientId: string | null;
  readonly actor: unknown;
  readonly body: unknown;
}

export interface CaseFilter {
  /**
   * Only cases of these; of none when it is empty. `null` means every council, which is for the operator alone:
   * no adviser sees another council's cases.
   */
  readonly councils: readonly string[] | null;
  readonly states?: readonly string[];
  readonly adviserId?: string;
  readonly ref?: string;
  readonly openedFrom?: Date;
  /** Not included. */
  readonly openedTo?: Date;
  /** `queue`: red first, then who has waited longest. `latest`: opened last first. */
  readonly order: 'queue' | 'latest';
  readonly limit: number;
  readonly offset?: number;
}

export interface CaseStore {
  /** @throws VersionConflict when the conversation has an open case already, or the ref is taken */
  insertCase(row: CaseRow): Promise<void>;
  /** Writes the row if the stored one still has `row.version`. @returns the new version. @throws VersionConflict */
  saveCase(row: CaseRow): Promise<number>;
  caseById(id: string): Promise<CaseRow | null>;
  /** The case in which the family is at this moment. */
  openCaseOf(conversationId: string): Promise<CaseRow | null>;
  /** All cases of a conversation, latest first. */
  casesOf(conversationId: string): Promise<CaseRow[]>;
  cases(filter: CaseFilter): Promise<CaseRow[]>;
  /** Those with `dueAt` up to this instant, earliest first. */
  casesDue(now: Date, limit: number): Promise<CaseRow[]>;
  /** How many waiting cases of the council come before one with this place: red ones do wherever they stand. */
  waitingBefore(council: string, place: { readonly since: Date; readonly red: boolean }): Promise<number>;
  /** `waitedSeconds` of the council's last cases that have one, opened last first. */
  recentWaits(council: string, limit: number): Promise<number[]>;

  /** In the order given, after what is there. @throws VersionConflict when the case has an event with one of the client ids */
  addCaseEvents(caseId: string, events: readonly Omit<CaseEventRow, 'seq'>[]): Promise<void>;
  caseEvents(caseId: string): Promise<CaseEventRow[]>;
  caseEventByClientId(caseId: string, clientId: string): Promise<CaseEventRow | null>;
}
