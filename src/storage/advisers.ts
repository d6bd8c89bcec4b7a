import type { Kysely, Selectable } from 'kysely';
import type { AdviserRow, AdviserStore } from './contract/advisers.ts';
import { fromJsonText, jsonText } from './json.ts';
import { orConflict } from './or-conflict.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['advisers']>;
type Part = Pick<
  AdviserStore,
  'saveAdviser' | 'adviser' | 'adviserByLogin' | 'adviserBySubject' | 'advisers' | 'markSeen'
>;

export function advisers(db: Kysely<Tables>): Part {
  const all = db.selectFrom('advisers').selectAll();
  const withCouncils = async (rows: readonly Row[]): Promise<AdviserRow[]> => {
    if (rows.length === 0) return [];
    const councils = await db
      .selectFrom('adviser_councils')
      .select(['adviser_id', 'council'])
      .where(
        'adviser_id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('place')
      .execute();
    const byAdviser = new Map<string, string[]>(rows.map((row) => [row.id, []]));
    for (const { adviser_id, council } of councils) byAdviser.get(adviser_id)?.push(council);
    return rows.map((row) => fromTable(row, byAdviser.get(row.id) ?? []));
  };
  const one = async (row: Row | undefined) =>
    row === undefined ? null : ((await withCouncils([row]))[0] ?? null);
  return {
    async saveAdviser(row) {
      const { id, ...rest } = toTable(row);
      await orConflict(
        db
          .insertInto('advisers')
          .values({ id, ...rest })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
          .execute(),
      );
      await db.deleteFrom('adviser_councils').where('adviser_id', '=', id).execute();
      const councils = [...new Set(row.councils)].map((council, place) => ({
        adviser_id: id,
        council,
        place,
      }));
      if (councils.length > 0) await db.insertInto('adviser_councils').values(councils).execute();
      if (row.disabled) await db.deleteFrom('sessions').where('adviser_id', '=', id).execute();
    },

    adviser: async (id) => one(await all.where('id', '=', id).executeTakeFirst()),
    adviserByLogin: async (login) => one(await all.where('login', '=', login).executeTakeFirst()),
    adviserBySubject: async (subject) => one(await all.where('subject', '=', subject).executeTakeFirst()),

    async advisers(council) {
      const wanted =
        council === null
          ? all
          : all.where('id', 'in', (eb) =>
              eb.selectFrom('adviser_councils').select('adviser_id').where('council', '=', council),
            );
      return withCouncils(await wanted.orderBy('name').orderBy('id').execute());
    },

    async markSeen(adviserId, at) {
      await db
        .updateTable('advisers')
        .set({ seen_at: at.toISOString() })
        .where('id', '=', adviserId)
        // Another process may have heard of them later already.
        .where((eb) => eb.or([eb('seen_at', 'is', null), eb('seen_at', '<', at.toISOString())]))
        .execute();
    },
  };
}

function toTable(row: AdviserRow): Tables['advisers'] {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    subject: row.subject,
    password_hash: row.passwordHash,
    disabled: Number(row.disabled),
    on_duty: Number(row.onDuty),
    seen_at: row.seenAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    settings: jsonText(row.settings),
  };
}

function fromTable(row: Row, councils: readonly string[]): AdviserRow {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    subject: row.subject,
    councils,
    passwordHash: row.password_hash,
    disabled: row.disabled === 1,
    onDuty: row.on_duty === 1,
    seenAt: row.seen_at === null ? null : new Date(row.seen_at),
    createdAt: new Date(row.created_at),
    settings: fromJsonText(row.settings),
  };
}
