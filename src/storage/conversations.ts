import { type Kysely, sql } from 'kysely';
import { forgetCaseWords } from './case-events.ts';
import { forgetOutbox } from './outbox.ts';
import { wantWholePages } from './page-wiper.ts';
import { stateKeyPrefix } from './state-key.ts';
import type { ConversationRow, StorageWork } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Pick<
  StorageWork,
  'createConversation' | 'conversation' | 'markStarted' | 'markEnded' | 'forgetConversation' | 'lastSeq'
>;

/** @param forgot is told when something was deleted for good */
export function conversations(db: Kysely<Tables>, forgot: () => void): Part {
  return {
    async createConversation(row: ConversationRow) {
      await db
        .insertInto('conversations')
        .values({
          id: row.id,
          channel: row.channel,
          council: row.council,
          user_id: row.userId,
          created_at: row.createdAt.toISOString(),
          started: Number(row.started),
          ended: Number(row.ended),
          last_seq: 0,
        })
        .execute();
    },

    async conversation(id) {
      const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      return {
        id: row.id,
        channel: row.channel,
        council: row.council,
        userId: row.user_id,
        createdAt: new Date(row.created_at),
        started: row.started === 1,
        ended: row.ended === 1,
      };
    },

    async markStarted(id) {
      await db.updateTable('conversations').set({ started: 1 }).where('id', '=', id).execute();
    },

    async markEnded(id) {
      await db.updateTable('conversations').set({ ended: 1 }).where('id', '=', id).execute();
    },

    async forgetConversation(id) {
      forgot();
      await wantWholePages(db);
      const prefix = stateKeyPrefix(id);
      await db.deleteFrom('activities').where('conversation_id', '=', id).execute();
      await db
        .deleteFrom('states')
        // Not LIKE: an id may hold % or _, and would then take a stranger's state with it.
        .where(sql<string>`substr(key, 1, ${prefix.length})`, '=', prefix)
        .execute();
      await forgetCaseWords(db, id);
      await forgetOutbox(db, id);
      // A channel's address can name a person. It is saved anew with the next message, if one comes.
      await db
        .deleteFrom('channel_references')
        .where('conversation_id', '=', id)
        .where('kind', '=', 'person')
        .where('adviser_id', 'is', null)
        .execute();
    },

    async lastSeq(id) {
      const row = await db
        .selectFrom('conversations')
        .select('last_seq')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.last_seq ?? 0;
    },
  };
}
