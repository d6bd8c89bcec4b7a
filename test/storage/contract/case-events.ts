import { describe, expect, it } from 'vitest';
import type { CaseEventRow } from '../../../src/storage/contract/cases.ts';
import { VersionConflict } from '../../../src/storage/storage.ts';
import { at, caseRow } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

const event = (type: string, clientId: string | null = null): Omit<CaseEventRow, 'seq'> => ({
  at: at(1),
  clientId,
  actor: { type: 'family' },
  body: { type },
});

export function caseEventsContract(create: () => Promise<StorageUnderTest>): void {
  describe('the history of a case', () => {
    const storage = freshStorage(create);
    const add = (caseId: string, ...events: Omit<CaseEventRow, 'seq'>[]) =>
      storage().transaction((tx) => tx.addCaseEvents(caseId, events));
    const open = (...ids: string[]) =>
      storage().transaction(async (tx) => {
        for (const id of ids) await tx.insertCase(caseRow(id, `of-${id}`));
      });

    it('is not kept of a case that does not exist', async () => {
      await expect(add('nobody', event('opened'))).rejects.toThrow();
    });

    it('takes no command twice, and nothing that came with it', async () => {
      await open('1', '2');
      await add('1', event('claimed', 'id-1'));
      await expect(add('1', event('joined'), event('claimed', 'id-1'))).rejects.toBeInstanceOf(
        VersionConflict,
      );
      await add('2', event('claimed', 'id-1'));
      await storage().read(async (tx) => {
        expect(await tx.caseEvents('1')).toHaveLength(1);
        expect(await tx.caseEventByClientId('1', 'id-1')).toEqual({ seq: 1, ...event('claimed', 'id-1') });
        expect(await tx.caseEventByClientId('1', 'id-2')).toBeNull();
        expect(await tx.caseEventByClientId('3', 'id-1')).toBeNull();
      });
    });

    it('is numbered without a gap, in the order added', async () => {
      await open('1', '2');
      await add('1');
      await add('1', event('opened'), event('claimed'));
      await add('2', event('opened'));
      await Promise.all(['joined', 'said'].map((type) => add('1', event(type), event(type))));
      const events = await storage().read((tx) => tx.caseEvents('1'));
      expect(events.map((one) => one.seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(events.map((one) => one.body)).toMatchObject(
        ['opened', 'claimed', 'joined', 'joined', 'said', 'said'].map((type) => ({ type })),
      );
    });
  });
}
