import type { Kysely } from 'kysely';
import { type StorageWork, VersionConflict } from './storage.ts';
import type { Tables } from './tables.ts';

type Part = Pick<StorageWork, 'state' | 'saveState' | 'deleteState'>;

export function states(db: Kysely<Tables>): Part {
  return {
    async state(key) {
      const row = await db.selectFrom('states').selectAll().where('key', '=', key).executeTakeFirst();
      if (row === undefined) return null;
      const value: unknown = JSON.parse(row.value);
      return { value, version: row.version };
    },

    async saveState(key, value, version) {
      const text = JSON.stringify(value);
      const next = version + 1;
      const result =
        version === 0
          ? await db
              .insertInto('states')
              .values({ key, value: text, version: next })
              .onConflict((conflict) => conflict.column('key').doNothing())
              .returning('version')
              .executeTakeFirst()
          : await db
              .updateTable('states')
              .set({ value: text, version: next })
              .where('key', '=', key)
              .where('version', '=', version)
              .returning('version')
              .executeTakeFirst();
      if (result === undefined) throw new VersionConflict();
      return result.version;
    },

    async deleteState(key) {
      await db.deleteFrom('states').where('key', '=', key).execute();
    },
  };
}
