import type { Kysely } from 'kysely';
import type { StorageWork } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Pick<StorageWork, 'leaveMessage' | 'leftMessages'>;

export function leftMessages(db: Kysely<Tables>): Part {
  return {
    async leaveMessage(message) {
      await db
        .insertInto('left_messages')
        .values({
          id: message.id,
          conversation_id: message.conversationId,
          council: message.council,
          left_at: message.leftAt.toISOString(),
          text: message.text,
          contact: message.contact,
          situation: JSON.stringify(message.situation ?? null),
        })
        .execute();
    },

    async leftMessages(council) {
      const all = db.selectFrom('left_messages').selectAll().orderBy('left_at').orderBy('id');
      const rows = await (council === null ? all : all.where('council', '=', council)).execute();
      return rows.map((row) => {
        const situation: unknown = JSON.parse(row.situation);
        return {
          id: row.id,
          conversationId: row.conversation_id,
          council: row.council,
          leftAt: new Date(row.left_at),
          text: row.text,
          contact: row.contact,
          situation,
        };
      });
    },
  };
}
