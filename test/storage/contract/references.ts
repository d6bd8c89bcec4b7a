import { describe, expect, it } from 'vitest';
import { at, referenceRow } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

export function referencesContract(create: () => Promise<StorageUnderTest>): void {
  describe('where a conversation can be reached', () => {
    const storage = freshStorage(create);
    const save = (...args: Parameters<typeof referenceRow>) =>
      storage().transaction((tx) => tx.saveReference(referenceRow(...args)));

    it('is null when it is not known, or was deleted', async () => {
      await save('c');
      await storage().transaction((tx) => tx.deleteReference('c'));
      await storage().read(async (tx) => {
        expect(await tx.reference('c')).toBeNull();
        expect(await tx.referenceOfAdviser('a')).toBeNull();
        expect(await tx.referencesOfCouncil('dudley')).toEqual([]);
      });
    });

    it('is replaced as a whole when it changes', async () => {
      await save('c');
      const moved = referenceRow('c', {
        kind: 'channel',
        council: 'dudley',
        adviserId: 'a',
        reference: { serviceUrl: 'https://other.example.org/' },
        updatedAt: at(3),
      });
      await storage().transaction((tx) => tx.saveReference(moved));
      expect(await storage().read((tx) => tx.reference('c'))).toEqual(moved);
    });

    it('is found for a council by its channels alone', async () => {
      await save('2', { kind: 'channel', council: 'dudley' });
      await save('1', { kind: 'channel', council: 'dudley' });
      await save('3', { kind: 'channel', council: 'kent' });
      await save('4', { kind: 'person', council: 'dudley' });
      const rows = await storage().read((tx) => tx.referencesOfCouncil('dudley'));
      expect(rows.map((row) => row.conversationId)).toEqual(['1', '2']);
    });

    it('is, for an adviser, the conversation of their own used last', async () => {
      await save('old', { adviserId: 'a', updatedAt: at(1) });
      await save('new', { adviserId: 'a', updatedAt: at(2) });
      await save('team', { adviserId: 'a', kind: 'channel', council: 'dudley', updatedAt: at(3) });
      await save('other', { adviserId: 'b', updatedAt: at(3) });
      expect((await storage().read((tx) => tx.referenceOfAdviser('a')))?.conversationId).toBe('new');
    });
  });
}
