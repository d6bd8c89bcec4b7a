import { createHash } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import type { AdviserRow, SessionRow } from '../../storage/contract/advisers.ts';
import type { Storage, StorageReads, StorageWork } from '../../storage/storage.ts';

const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 8 * 60 * 60_000;
/** A use is written down no more often than this: reading a page is not worth a write each time. */
const WRITE_EVERY_MS = 60_000;
const SECRET_BYTES = 32;

/** An adviser who is signed in at this moment. */
export interface Session {
  readonly hash: string;
  readonly adviser: AdviserRow;
  readonly usedAt: Date;
  readonly expiresAt: Date;
}

export interface Sessions {
  /** @returns the secret for the browser's cookie, which is kept nowhere else */
  begin(tx: StorageWork, adviserId: string): Promise<string>;
  /** Who signed in with the secret, read anew each time; null when the sign-in is over, or the account disabled. */
  read(tx: StorageReads, secret: string): Promise<Session | null>;
  /** The adviser is there: half an hour more. */
  use(session: Session): Promise<void>;
  /** @returns the hash of the session that has ended */
  end(secret: string): Promise<string>;
}

export function createSessions(deps: {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: (bytes: number) => Buffer;
}): Sessions {
  const { storage, clock, random } = deps;
  return {
    async begin(tx, adviserId) {
      const secret = random(SECRET_BYTES).toString('base64url');
      const now = clock.now();
      await tx.dropSessions(now);
      await tx.createSession({
        hash: hashOf(secret),
        adviserId,
        createdAt: now,
        usedAt: now,
        expiresAt: new Date(now.getTime() + LONGEST_MS),
      });
      return secret;
    },
    async read(tx, secret) {
      const row = await tx.session(hashOf(secret));
      if (row === null || isOver(row, clock.now())) return null;
      const adviser = await tx.adviser(row.adviserId);
      if (adviser === null || adviser.disabled) return null;
      return { hash: row.hash, adviser, usedAt: row.usedAt, expiresAt: row.expiresAt };
    },
    async use({ hash, usedAt }) {
      const now = clock.now();
      if (now.getTime() - usedAt.getTime() < WRITE_EVERY_MS) return;
      await storage.transaction((tx) => tx.useSession(hash, now));
    },
    async end(secret) {
      const hash = hashOf(secret);
      await storage.transaction((tx) => tx.endSession(hash));
      return hash;
    },
  };
}

function isOver({ usedAt, expiresAt }: SessionRow, now: Date): boolean {
  return now >= expiresAt || now.getTime() - usedAt.getTime() >= IDLE_MS;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
