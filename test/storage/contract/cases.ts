import { describe, expect, it } from 'vitest';
import { VersionConflict } from '../../../src/storage/storage.ts';
import { at, caseRow } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

export function casesContract(create: () => Promise<StorageUnderTest>): void {
  describe('a case', () => {
    const storage = freshStorage(create);
    const insert = (...args: Parameters<typeof caseRow>) =>
      storage().transaction((tx) => tx.insertCase(caseRow(...args)));

    it('is not opened while the conversation has an open one, and is once that one is over', async () => {
      await insert('1', 'c');
      await expect(insert('2', 'c')).rejects.toBeInstanceOf(VersionConflict);
      await storage().transaction((tx) =>
        tx.saveCase(caseRow('1', 'c', { open: false, state: 'closed', version: 1 })),
      );
      await insert('2', 'c', { openedAt: at(5) });
      await storage().read(async (tx) => {
        expect((await tx.openCaseOf('c'))?.id).toBe('2');
        expect((await tx.casesOf('c')).map((row) => row.id)).toEqual(['2', '1']);
        expect(await tx.casesOf('other')).toEqual([]);
      });
    });

    it('that is over is not opened again beside an open one', async () => {
      await insert('1', 'c', { open: false });
      await insert('2', 'c');
      const reopened = storage().transaction((tx) => tx.saveCase(caseRow('1', 'c', { version: 1 })));
      await expect(reopened).rejects.toBeInstanceOf(VersionConflict);
    });

    it('never gets the id or the ref of another', async () => {
      await insert('1', 'c');
      await expect(insert('1', 'd', { ref: 'OTHER' })).rejects.toBeInstanceOf(VersionConflict);
      await expect(insert('2', 'd', { ref: 'REF-1' })).rejects.toBeInstanceOf(VersionConflict);
    });

    it('can be tried with another ref in the same transaction', async () => {
      await insert('1', 'c', { ref: 'TAKEN' });
      await storage().transaction(async (tx) => {
        await expect(tx.insertCase(caseRow('2', 'd', { ref: 'TAKEN' }))).rejects.toBeInstanceOf(
          VersionConflict,
        );
        await tx.insertCase(caseRow('2', 'd', { ref: 'FREE' }));
      });
      expect((await storage().read((tx) => tx.openCaseOf('d')))?.ref).toBe('FREE');
    });

    it('is not written over a version that was not the one read', async () => {
      await insert('1', 'c');
      const save = (state: string, version: number) =>
        storage().transaction((tx) => tx.saveCase(caseRow('1', 'c', { state, version })));
      expect(await save('claimed', 1)).toBe(2);
      for (const version of [0, 1, 3])
        await expect(save('late', version)).rejects.toBeInstanceOf(VersionConflict);
      expect(await storage().read((tx) => tx.caseById('1'))).toMatchObject({ state: 'claimed', version: 2 });
    });

    it('that was never stored cannot be saved, and is null', async () => {
      const saved = storage().transaction((tx) => tx.saveCase(caseRow('1', 'c', { version: 1 })));
      await expect(saved).rejects.toBeInstanceOf(VersionConflict);
      expect(await storage().read((tx) => tx.caseById('1'))).toBeNull();
      expect(await storage().read((tx) => tx.openCaseOf('c'))).toBeNull();
    });

    it('is claimed by exactly one of ten advisers', async () => {
      await insert('1', 'c');
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, (_, n) =>
          storage().transaction((tx) => tx.saveCase(caseRow('1', 'c', { adviserId: `a${n}`, version: 1 }))),
        ),
      );
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    });

    it('comes back as it was stored, with every field', async () => {
      const full = caseRow('1', 'c', {
        state: 'live',
        red: true,
        adviserId: 'a',
        openedAt: at(1),
        since: at(2),
        dueAt: at(3),
        waitedSeconds: 61,
      });
      await insert('1', 'c');
      await storage().transaction((tx) => tx.saveCase({ ...full, version: 1 }));
      expect(await storage().read((tx) => tx.caseById('1'))).toEqual({ ...full, version: 2 });
    });
  });
}
