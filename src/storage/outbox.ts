import type { Kysely } from 'kysely';
import type { OutboxStore } from './contract/outbox.ts';
import { fromJsonText, jsonText } from './json.ts';
import type { Tables } from './tables.ts';

export function outbox(db: Kysely<Tables>): OutboxStore {
  const setNext = (lane: string, at: string) =>
    db.updateTable('outbox_lanes').set({ next_at: at }).where('lane', '=', lane).execute();
  return {
    async addToOutbox(items) {
      for (const item of items) {
        const created_at = item.createdAt.toISOString();
        await db
          .insertInto('outbox_lanes')
          .values({ lane: item.lane, next_at: created_at })
          // Changes nothing, but holds the row where writers do not wait for each other anyway.
          .onConflict((conflict) => conflict.column('lane').doUpdateSet({ lane: item.lane }))
          .execute();
        await db
          .insertInto('outbox')
          .values({
            lane: item.lane,
            kind: item.kind,
            payload: jsonText(item.payload),
            conversation_id: item.conversationId,
            created_at,
            attempts: 0,
          })
          .execute();
      }
    },

    async takeFromOutbox(now, until, limit) {
      const rows = await db
        .selectFrom('outbox_lanes')
        .innerJoin('outbox', (join) =>
          join.on('outbox.id', '=', (eb) =>
            eb
              .selectFrom('outbox as first')
              .select((one) => one.fn.min('first.id').as('id'))
              .whereRef('first.lane', '=', 'outbox_lanes.lane'),
          ),
        )
        .selectAll('outbox')
        .where('outbox_lanes.next_at', '<=', now.toISOString())
        .orderBy('outbox.id')
        .limit(limit)
        .execute();
      for (const { lane } of rows) await setNext(lane, until.toISOString());
      return rows.map((row) => ({
        id: row.id,
        lane: row.lane,
        kind: row.kind,
        payload: fromJsonText(row.payload),
        conversationId: row.conversation_id,
        createdAt: new Date(row.created_at),
        attempts: row.attempts,
        nextAt: until,
      }));
    },

    async removeFromOutbox(id) {
      const gone = await db.deleteFrom('outbox').where('id', '=', id).returning('lane').executeTakeFirst();
      if (gone === undefined) return;
      const first = await firstOf(db, gone.lane);
      if (first === null) await dropLane(db, gone.lane);
      else if (first.id > id) await setNext(gone.lane, first.createdAt);
    },

    async retryFromOutbox(id, at) {
      const item = await db
        .updateTable('outbox')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .returning('lane')
        .executeTakeFirst();
      // One that is gone says nothing about when the next of its lane may leave.
      if (item !== undefined && (await firstOf(db, item.lane))?.id === id)
        await setNext(item.lane, at.toISOString());
    },

    async nextInOutbox() {
      const { next } = await db
        .selectFrom('outbox_lanes')
        .select((eb) => eb.fn.min('next_at').as('next'))
        .executeTakeFirstOrThrow();
      return next === null ? null : new Date(next);
    },

    async waitingInOutbox() {
      const rows = await db
        .selectFrom('outbox')
        .select((eb) => ['kind', eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('since')])
        .groupBy('kind')
        .orderBy('kind')
        .execute();
      return rows.map(({ kind, count, since }) => ({ kind, count: Number(count), since: new Date(since) }));
    },
  };
}

/**
 * Deletes what is still to be sent of the conversation. The lane keeps its time: an item that is on its way at
 * this moment is not overtaken by the one behind it.
 */
export async function forgetOutbox(db: Kysely<Tables>, conversationId: string): Promise<void> {
  const gone = await db
    .deleteFrom('outbox')
    .where('conversation_id', '=', conversationId)
    .returning('lane')
    .execute();
  for (const lane of new Set(gone.map((one) => one.lane)))
    if ((await firstOf(db, lane)) === null) await dropLane(db, lane);
}

async function firstOf(db: Kysely<Tables>, lane: string): Promise<{ id: number; createdAt: string } | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['id', 'created_at as createdAt'])
    .where('lane', '=', lane)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function dropLane(db: Kysely<Tables>, lane: string): Promise<void> {
  await db.deleteFrom('outbox_lanes').where('lane', '=', lane).execute();
}
