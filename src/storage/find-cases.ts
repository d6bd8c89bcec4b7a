import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { CaseFilter } from './contract/cases.ts';
import type { Tables } from './tables.ts';

type Row = Tables['cases'];
/** SQLite takes 500 parts in one query. */
const MOST_PARTS = 400;

/**
 * Finds the rows of a filter, in its order. Each council and state is asked for by itself, in the order of an
 * index, and gives no more rows than the page needs: years of closed cases are never sorted.
 */
export async function findCases(db: Kysely<Tables>, filter: CaseFilter): Promise<Row[]> {
  const { limit, offset = 0 } = filter;
  const [first, ...more] = partsOf(filter).map((part) => {
    const rows = inOrder(matching(db, filter, part), filter.order).limit(limit + offset);
    return db.selectFrom(rows.as('part')).selectAll();
  });
  if (first === undefined) return [];
  const all = more.reduce((query, part) => query.unionAll(part), first);
  const found = db.selectFrom(all.as('cases')).selectAll();
  return inOrder(found, filter.order).limit(limit).offset(offset).execute();
}

interface Part {
  /** `null`: every one. */
  readonly councils: readonly string[] | null;
  readonly states: readonly string[] | null;
}

function partsOf(filter: CaseFilter): Part[] {
  // Twice the same one would give its cases twice.
  const councils = filter.councils === null ? null : [...new Set(filter.councils)];
  const states = filter.states === undefined ? null : [...new Set(filter.states)];
  const eachCouncil = councils?.map((one) => [one]) ?? [null];
  const eachState = states?.map((one) => [one]) ?? [null];
  if (eachCouncil.length * eachState.length <= MOST_PARTS)
    return eachCouncil.flatMap((council) => eachState.map((state) => ({ councils: council, states: state })));
  return [{ councils, states }];
}

function matching(db: Kysely<Tables>, filter: CaseFilter, { councils, states }: Part) {
  const { adviserId, ref, openedFrom, openedTo } = filter;
  return db
    .selectFrom('cases')
    .selectAll()
    .$if(councils !== null, (query) => query.where('council', 'in', councils ?? []))
    .$if(states !== null, (query) => query.where('state', 'in', states ?? []))
    .$if(adviserId !== undefined, (query) => query.where('adviser_id', '=', adviserId ?? ''))
    .$if(ref !== undefined, (query) => query.where('ref', '=', ref ?? ''))
    .$if(openedFrom !== undefined, (query) => query.where('opened_at', '>=', openedFrom?.toISOString() ?? ''))
    .$if(openedTo !== undefined, (query) => query.where('opened_at', '<', openedTo?.toISOString() ?? ''));
}

function inOrder(query: SelectQueryBuilder<Tables, 'cases', Row>, order: CaseFilter['order']) {
  switch (order) {
    case 'queue':
      return query.orderBy('red', 'desc').orderBy('since').orderBy('id');
    case 'latest':
      return query.orderBy('opened_at', 'desc').orderBy('id', 'desc');
  }
}
