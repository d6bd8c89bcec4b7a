import type { Kysely } from 'kysely';
import type { AdviserStore } from './contract/advisers.ts';
import type { Tables } from './tables.ts';

type Part = Pick<
  AdviserStore,
  'createSession' | 'session' | 'useSession' | 'endSession' | 'endSessionsOf' | 'dropSessions'
>;

export function sessions(db: Kysely<Tables>): Part {
  return {
    async createSession(row) {
      await db
        .insertInto('sessions')
        .values({
          hash: row.hash,
          adviser_id: row.adviserId,
          created_at: row.createdAt.toISOString(),
          used_at: row.usedAt.toISOString(),
          expires_at: row.expiresAt.toISOString(),
        })
        .execute();
    },

    async session(hash) {
      const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
      if (row === undefined) return null;
      return {
        hash: row.hash,
        adviserId: row.adviser_id,
        createdAt: new Date(row.created_at),
        usedAt: new Date(row.used_at),
        expiresAt: new Date(row.expires_at),
      };
    },

    async useSession(hash, at) {
      await db
        .updateTable('sessions')
        .set({ used_at: at.toISOString() })
        .where('hash', '=', hash)
        .where('used_at', '<', at.toISOString())
        .execute();
    },

    async endSession(hash) {
      await db.deleteFrom('sessions').where('hash', '=', hash).execute();
    },

    async endSessionsOf(adviserId) {
      await db.deleteFrom('sessions').where('adviser_id', '=', adviserId).execute();
    },

    async dropSessions(expiredBy) {
      await db.deleteFrom('sessions').where('expires_at', '<=', expiredBy.toISOString()).execute();
    },
  };
}
