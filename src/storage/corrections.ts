import type { Kysely } from 'kysely';
import type { StorageWork } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Pick<StorageWork, 'countCorrection' | 'corrections'>;

export function corrections(db: Kysely<Tables>): Part {
  return {
    async countCorrection(label, from, to) {
      await db
        .insertInto('corrections')
        .values({ label, from_value: from, to_value: to, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['label', 'from_value', 'to_value'])
            .doUpdateSet((eb) => ({ count: eb('corrections.count', '+', 1) })),
        )
        .execute();
    },

    async corrections() {
      const rows = await db
        .selectFrom('corrections')
        .selectAll()
        .orderBy('label')
        .orderBy('from_value')
        .orderBy('to_value')
        .execute();
      return rows.map((row) => ({
        label: row.label,
        from: row.from_value,
        to: row.to_value,
        count: row.count,
      }));
    },
  };
}
