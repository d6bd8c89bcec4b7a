import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFilter, CaseRow } from '../../../src/storage/contract/cases.ts';
import { at, caseRow } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

const COUNCILS = ['dudley', 'leicester', 'kent'];
const STATES = ['waiting', 'live', 'closed'];
const place = (row: CaseRow) => row.since.getTime();

export function caseQueriesContract(create: () => Promise<StorageUnderTest>): void {
  describe('looking for cases', () => {
    const storage = freshStorage(create);
    const keep = (rows: readonly CaseRow[]) =>
      storage().transaction(async (tx) => {
        for (const row of rows) await tx.insertCase(row);
      });
    const ids = async (filter: Partial<CaseFilter>) => {
      const all = { councils: ['dudley'], order: 'queue', limit: 100, ...filter } as const;
      return (await storage().read((tx) => tx.cases(all))).map((row) => row.id);
    };

    it('finds nothing for an adviser of no council, or in no state', async () => {
      await keep([caseRow('1', 'c')]);
      expect(await ids({ councils: [] })).toEqual([]);
      expect(await ids({ states: [] })).toEqual([]);
      expect(await ids({ councils: ['leicester'] })).toEqual([]);
    });

    it('shows nobody a case of another council, whatever else is asked for', async () => {
      await keep([caseRow('1', 'c', { council: 'kent', adviserId: 'a', ref: 'KKKKKK' })]);
      expect(await ids({ ref: 'KKKKKK' })).toEqual([]);
      expect(await ids({ adviserId: 'a' })).toEqual([]);
      expect(await ids({ ref: 'KKKKKK', councils: ['kent', 'kent'] })).toEqual(['1']);
      expect(await ids({ councils: null })).toEqual(['1']);
    });

    it('takes more councils and states than a query has room for', async () => {
      const many = Array.from({ length: 300 }, (_, n) => `council-${n}`);
      await keep([
        caseRow('1', 'c', { council: 'council-299' }),
        caseRow('2', 'd', { council: 'council-0', state: 'live', red: true }),
      ]);
      expect(await ids({ councils: many })).toEqual(['2', '1']);
      expect(await ids({ councils: many, states: STATES })).toEqual(['2', '1']);
    });

    it('counts a case opened at the first instant of a span, and not one at the last', async () => {
      await keep([0, 1, 2].map((n) => caseRow(`${n}`, `c${n}`, { openedAt: at(n) })));
      expect(await ids({ openedFrom: at(0), openedTo: at(2), order: 'latest' })).toEqual(['1', '0']);
    });

    const Row = fc.record({
      council: fc.constantFrom(...COUNCILS),
      state: fc.constantFrom(...STATES),
      red: fc.boolean(),
      since: fc.integer({ min: 0, max: 5 }).map(at),
      openedAt: fc.integer({ min: 0, max: 5 }).map(at),
      adviserId: fc.constantFrom(null, 'a', 'b'),
    });
    const Filter = fc.record(
      {
        councils: fc.option(fc.subarray(COUNCILS)),
        states: fc.subarray(STATES),
        adviserId: fc.constantFrom('a', 'b'),
        openedFrom: fc.integer({ min: 0, max: 5 }).map(at),
        openedTo: fc.integer({ min: 0, max: 5 }).map(at),
        order: fc.constantFrom('queue' as const, 'latest' as const),
        limit: fc.integer({ min: 1, max: 6 }),
        offset: fc.integer({ min: 0, max: 4 }),
      },
      { requiredKeys: ['councils', 'order', 'limit'] },
    );
    it('gives the same as sorting and filtering by hand, page by page', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(Row, { maxLength: 12 }), Filter, async (some, filter) => {
          run += 1;
          // The rows of earlier runs are out of sight: each run has its own councils.
          const own = (council: string) => `${council}-${run}`;
          const rows = some.map((one, n) =>
            caseRow(`${run}.${String(n).padStart(2, '0')}`, `c${run}.${n}`, {
              ...one,
              council: own(one.council),
            }),
          );
          await keep(rows);
          const councils = (filter.councils ?? COUNCILS).map(own);
          const found = await ids({ ...filter, councils });
          const { offset = 0, limit } = filter;
          const wanted = rows
            .filter((row) => councils.includes(row.council))
            .filter((row) => filter.states === undefined || filter.states.includes(row.state))
            .filter((row) => filter.adviserId === undefined || row.adviserId === filter.adviserId)
            .filter((row) => filter.openedFrom === undefined || row.openedAt >= filter.openedFrom)
            .filter((row) => filter.openedTo === undefined || row.openedAt < filter.openedTo)
            .sort(
              filter.order === 'queue'
                ? (a, b) => Number(b.red) - Number(a.red) || place(a) - place(b) || (a.id < b.id ? -1 : 1)
                : (a, b) => b.openedAt.getTime() - a.openedAt.getTime() || (a.id < b.id ? 1 : -1),
            );
          expect(found).toEqual(wanted.slice(offset, offset + limit).map((row) => row.id));
        }),
        { numRuns: 60 },
      );
    });

    it('gives what is due by now, earliest first, and never what has no time', async () => {
      await keep([
        caseRow('later', 'c1', { dueAt: at(11) }),
        caseRow('never', 'c2'),
        caseRow('second', 'c3', { dueAt: at(10) }),
        caseRow('first', 'c4', { dueAt: at(2), state: 'live' }),
      ]);
      const due = async (limit: number) =>
        (await storage().read((tx) => tx.casesDue(at(10), limit))).map((row) => row.id);
      expect(await due(9)).toEqual(['first', 'second']);
      expect(await due(1)).toEqual(['first']);
    });

    it('counts who comes before a place: those who wait longer, and red ones wherever they stand', async () => {
      await keep([
        caseRow('longer', 'c1', { since: at(1) }),
        caseRow('asks', 'c2', { since: at(5) }),
        caseRow('red', 'c3', { since: at(9), red: true }),
        caseRow('later', 'c4', { since: at(8) }),
        caseRow('elsewhere', 'c5', { since: at(1), council: 'kent' }),
        caseRow('not waiting', 'c6', { since: at(1), state: 'live' }),
      ]);
      expect(await storage().read((tx) => tx.waitingBefore('dudley', { since: at(5), red: false }))).toBe(2);
      expect(await storage().read((tx) => tx.waitingBefore('dudley', { since: at(9), red: true }))).toBe(0);
      expect(await storage().read((tx) => tx.waitingBefore('kent', { since: at(1), red: false }))).toBe(0);
    });

    it('gives the last waits of a council, without the cases to which nobody came', async () => {
      await keep([
        caseRow('1', 'c1', { openedAt: at(1), waitedSeconds: 10 }),
        caseRow('2', 'c2', { openedAt: at(2) }),
        caseRow('3', 'c3', { openedAt: at(3), waitedSeconds: 0, state: 'closed' }),
        caseRow('4', 'c4', { openedAt: at(4), waitedSeconds: 40 }),
        caseRow('5', 'c5', { openedAt: at(5), waitedSeconds: 50, council: 'kent' }),
      ]);
      const waits = (limit: number) => storage().read((tx) => tx.recentWaits('dudley', limit));
      expect(await waits(9)).toEqual([40, 0, 10]);
      expect(await waits(2)).toEqual([40, 0]);
    });
  });
}
