/** Advisers and their sign-ins. */

export interface AdviserRow {
  readonly id: string;
  /** What families are told: a first name or a role. */
  readonly name: string;
  /** The e-mail address they sign in with here; null when another provider signs them in. Lower case. */
  readonly login: string | null;
  /** Who they are elsewhere: `issuer|subject` of OpenID Connect, or `teams|tenant|object id`. Unique. */
  readonly subject: string | null;
  readonly councils: readonly string[];
  /** Of a built-in account. */
  readonly passwordHash: string | null;
  /** May neither sign in nor hold a session. */
  readonly disabled: boolean;
  /** Said that they take cases now. */
  readonly onDuty: boolean;
  /** The last sign of life, in whatever channel. */
  readonly seenAt: Date | null;
  readonly createdAt: Date;
  /** Sound, desktop notices and the like: the adviser's own choices as plain data. */
  readonly settings: unknown;
}

export interface SessionRow {
  /** SHA-256 of the secret in the cookie; the secret itself is never stored. */
  readonly hash: string;
  readonly adviserId: string;
  readonly createdAt: Date;
  readonly usedAt: Date;
  /** The sign-in ends then, however busy it is. */
  readonly expiresAt: Date;
}

export interface AdviserStore {
  /** Adds the adviser or replaces the one with this id; a disabled one's sessions end. @throws VersionConflict when login or subject is another's */
  saveAdviser(row: AdviserRow): Promise<void>;
  adviser(id: string): Promise<AdviserRow | null>;
  adviserByLogin(login: string): Promise<AdviserRow | null>;
  adviserBySubject(subject: string): Promise<AdviserRow | null>;
  /** All of them, or those of one council; by name. */
  advisers(council: string | null): Promise<AdviserRow[]>;
  markSeen(adviserId: string, at: Date): Promise<void>;

  createSession(row: SessionRow): Promise<void>;
  session(hash: string): Promise<SessionRow | null>;
  useSession(hash: string, at: Date): Promise<void>;
  endSession(hash: string): Promise<void>;
  endSessionsOf(adviserId: string): Promise<void>;
  /** Deletes the sessions that expired by then. */
  dropSessions(expiredBy: Date): Promise<void>;
}
