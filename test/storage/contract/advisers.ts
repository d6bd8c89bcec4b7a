import { describe, expect, it } from 'vitest';
import { VersionConflict } from '../../../src/storage/storage.ts';
import { adviserRow, at, sessionRow } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

export function advisersContract(create: () => Promise<StorageUnderTest>): void {
  describe('an adviser', () => {
    const storage = freshStorage(create);
    const save = (...args: Parameters<typeof adviserRow>) =>
      storage().transaction((tx) => tx.saveAdviser(adviserRow(...args)));

    it('never gets the login or the subject of another, new or changed', async () => {
      await save('a', { subject: 'issuer|1' });
      await expect(save('b', { login: 'a@example.org' })).rejects.toBeInstanceOf(VersionConflict);
      await expect(save('b', { subject: 'issuer|1' })).rejects.toBeInstanceOf(VersionConflict);
      await save('b');
      await expect(save('b', { login: 'a@example.org' })).rejects.toBeInstanceOf(VersionConflict);
      expect((await storage().read((tx) => tx.adviserByLogin('b@example.org')))?.id).toBe('b');
    });

    it('needs neither login nor subject, as many of them as there are', async () => {
      for (const id of ['a', 'b']) await save(id, { login: null });
      expect(await storage().read((tx) => tx.advisers(null))).toHaveLength(2);
    });

    it('who is unknown is null', async () => {
      await storage().read(async (tx) => {
        expect(await tx.adviser('a')).toBeNull();
        expect(await tx.adviserByLogin('a@example.org')).toBeNull();
        expect(await tx.adviserBySubject('issuer|1')).toBeNull();
        expect(await tx.advisers('dudley')).toEqual([]);
      });
    });

    it('comes back as saved last, with the councils in their order', async () => {
      await save('a', { councils: ['dudley', 'kent'] });
      const changed = adviserRow('a', {
        name: 'Sam',
        login: null,
        subject: 'teams|t|1',
        councils: ['leicester', 'dudley'],
        passwordHash: null,
        disabled: true,
        onDuty: true,
        seenAt: at(4),
        settings: null,
      });
      await storage().transaction((tx) => tx.saveAdviser(changed));
      await storage().read(async (tx) => {
        expect(await tx.adviser('a')).toEqual(changed);
        expect(await tx.adviserBySubject('teams|t|1')).toEqual(changed);
        expect(await tx.adviserByLogin('a@example.org')).toBeNull();
        expect(await tx.advisers('kent')).toEqual([]);
      });
    });

    it('is listed by name, with those of the same council', async () => {
      await save('1', { name: 'Zoe' });
      await save('2', { name: 'Ali', councils: ['kent', 'dudley', 'kent'] });
      await save('3', { name: 'Mo', councils: [] });
      const names = async (council: string | null) =>
        (await storage().read((tx) => tx.advisers(council))).map((row) => [row.name, row.councils.length]);
      expect(await names('dudley')).toEqual([
        ['Ali', 2],
        ['Zoe', 1],
      ]);
      expect((await names(null)).map(([name]) => name)).toEqual(['Ali', 'Mo', 'Zoe']);
    });

    it('was last seen at the latest sign of life, in whatever order they come', async () => {
      await save('a');
      const seen = async (minutes: number) => {
        await storage().transaction((tx) => tx.markSeen('a', at(minutes)));
        return (await storage().read((tx) => tx.adviser('a')))?.seenAt;
      };
      expect([await seen(5), await seen(3), await seen(6)]).toEqual([at(5), at(5), at(6)]);
    });

    it('who is disabled is signed out everywhere at once', async () => {
      await save('a');
      await save('b');
      await storage().transaction(async (tx) => {
        await tx.createSession(sessionRow('of-a', 'a'));
        await tx.createSession(sessionRow('of-b', 'b'));
      });
      await save('a', { disabled: true });
      expect(await storage().read((tx) => tx.session('of-a'))).toBeNull();
      expect(await storage().read((tx) => tx.session('of-b'))).not.toBeNull();
    });
  });
}
