import { beforeEach, describe, expect, it } from 'vitest';
import { adviserRow, at, sessionRow } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

export function sessionsContract(create: () => Promise<StorageUnderTest>): void {
  describe('a session', () => {
    const storage = freshStorage(create);
    beforeEach(() =>
      storage().transaction(async (tx) => {
        await tx.saveAdviser(adviserRow('a'));
        await tx.saveAdviser(adviserRow('b'));
        await tx.createSession(sessionRow('1', 'a', at(10)));
        await tx.createSession(sessionRow('2', 'a', at(11)));
        await tx.createSession(sessionRow('3', 'b', at(12)));
      }),
    );
    const left = () =>
      storage().read(async (tx) => {
        const found = await Promise.all(['1', '2', '3'].map((hash) => tx.session(hash)));
        return found.flatMap((one) => (one === null ? [] : [one.hash]));
      });

    it('is never given to somebody else who has the same hash, or to nobody', async () => {
      await expect(storage().transaction((tx) => tx.createSession(sessionRow('1', 'b')))).rejects.toThrow();
      await expect(storage().transaction((tx) => tx.createSession(sessionRow('4', 'z')))).rejects.toThrow();
      expect(await storage().read((tx) => tx.session('1'))).toEqual(sessionRow('1', 'a', at(10)));
      expect(await storage().read((tx) => tx.session('4'))).toBeNull();
    });

    it('remembers its latest use and no earlier one', async () => {
      await storage().transaction((tx) => tx.useSession('1', at(4)));
      await storage().transaction((tx) => tx.useSession('1', at(2)));
      expect((await storage().read((tx) => tx.session('1')))?.usedAt).toEqual(at(4));
      expect((await storage().read((tx) => tx.session('2')))?.usedAt).toEqual(at(0));
    });

    it('ends alone', async () => {
      await storage().transaction((tx) => tx.endSession('1'));
      expect(await left()).toEqual(['2', '3']);
    });

    it('ends with all others of the same adviser', async () => {
      await storage().transaction((tx) => tx.endSessionsOf('a'));
      expect(await left()).toEqual(['3']);
    });

    it('is dropped at the very instant it expires', async () => {
      await storage().transaction((tx) => tx.dropSessions(at(11)));
      expect(await left()).toEqual(['3']);
    });
  });
}
