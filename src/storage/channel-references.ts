import type { Kysely, Selectable } from 'kysely';
import type { ReferenceRow, ReferenceStore } from './contract/references.ts';
import { fromJsonText, jsonText } from './json.ts';
import type { Tables } from './tables.ts';

export function channelReferences(db: Kysely<Tables>): ReferenceStore {
  const all = db.selectFrom('channel_references').selectAll();
  return {
    async saveReference(row) {
      const { conversation_id, ...rest } = toTable(row);
      await db
        .insertInto('channel_references')
        .values({ conversation_id, ...rest })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(rest))
        .execute();
    },

    async reference(conversationId) {
      const row = await all.where('conversation_id', '=', conversationId).executeTakeFirst();
      return row === undefined ? null : fromTable(row);
    },

    async referencesOfCouncil(council) {
      const rows = await all
        .where('council', '=', council)
        .where('kind', '=', 'channel')
        .orderBy('conversation_id')
        .execute();
      return rows.map(fromTable);
    },

    async referenceOfAdviser(adviserId) {
      const row = await all
        .where('adviser_id', '=', adviserId)
        .where('kind', '=', 'person')
        // An adviser who starts afresh in their channel is reached where they were last.
        .orderBy('updated_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : fromTable(row);
    },

    async deleteReference(conversationId) {
      await db.deleteFrom('channel_references').where('conversation_id', '=', conversationId).execute();
    },
  };
}

function toTable(row: ReferenceRow): Tables['channel_references'] {
  return {
    conversation_id: row.conversationId,
    kind: row.kind,
    council: row.council,
    adviser_id: row.adviserId,
    reference: jsonText(row.reference),
    updated_at: row.updatedAt.toISOString(),
  };
}

function fromTable(row: Selectable<Tables['channel_references']>): ReferenceRow {
  return {
    conversationId: row.conversation_id,
    kind: row.kind,
    council: row.council,
    adviserId: row.adviser_id,
    reference: fromJsonText(row.reference),
    updatedAt: new Date(row.updated_at),
  };
}
