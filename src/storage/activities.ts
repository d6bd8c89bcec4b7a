import type { Kysely } from 'kysely';
import { ProblemError } from '../shared/problem.ts';
import { jsonObject } from './json.ts';
import { type StorageWork, type StoredActivity, VersionConflict } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Pick<StorageWork, 'append' | 'activitiesAfter' | 'activityByClientId'>;

function fromRow(row: Tables['activities']): StoredActivity {
  return {
    seq: row.seq,
    clientId: row.client_id,
    from: row.sender,
    activity: jsonObject(row.activity),
  };
}

export function activities(db: Kysely<Tables>): Part {
  return {
    async append(conversationId, added) {
      if (added.length === 0) return [];
      const row = await db
        .updateTable('conversations')
        .set((eb) => ({ last_seq: eb('last_seq', '+', added.length) }))
        .where('id', '=', conversationId)
        .returning('last_seq')
        .executeTakeFirst();
      if (row === undefined) throw new ProblemError('ConversationNotFound');
      const first = row.last_seq - added.length + 1;
      const rows = added.map((one, index) => ({
        conversation_id: conversationId,
        seq: first + index,
        client_id: one.clientId,
        sender: one.from,
        activity: JSON.stringify(one.build(first + index)),
      }));
      const kept = await db
        .insertInto('activities')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['conversation_id', 'client_id']).doNothing())
        .returning('seq')
        .execute();
      // Another process took the same message in between; its transaction stands, and this one must not.
      if (kept.length < rows.length) throw new VersionConflict();
      return rows.map(fromRow);
    },

    async activitiesAfter(conversationId, seq, limit) {
      const rows = await db
        .selectFrom('activities')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async activityByClientId(conversationId, clientId) {
      const row = await db
        .selectFrom('activities')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('client_id', '=', clientId)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },
  };
}
