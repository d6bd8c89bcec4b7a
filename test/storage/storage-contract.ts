/** What every implementation of Storage has to do. A new database runs this same list. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Storage, VersionConflict } from '../../src/storage/storage.ts';
import { advisersContract } from './contract/advisers.ts';
import { caseEventsContract } from './contract/case-events.ts';
import { caseQueriesContract } from './contract/case-queries.ts';
import { casesContract } from './contract/cases.ts';
import { forgettingContract } from './contract/forgetting.ts';
import { outboxContract } from './contract/outbox.ts';
import { referencesContract } from './contract/references.ts';
import { sessionsContract } from './contract/sessions.ts';
import { caseRow, conversationRow, outboxItem, said } from './support/rows.ts';
import type { StorageUnderTest } from './support/storage-under-test.ts';

export function storageContract(name: string, create: () => Promise<StorageUnderTest>): void {
  describe(`${name} keeps the storage contract`, () => {
    casesContract(create);
    caseQueriesContract(create);
    caseEventsContract(create);
    advisersContract(create);
    sessionsContract(create);
    outboxContract(create);
    referencesContract(create);
    forgettingContract(create);

    let database: StorageUnderTest;
    let storage: Storage;
    beforeEach(async () => {
      database = await create();
      storage = await database.open();
    });
    afterEach(async () => {
      await storage.close();
      await database.destroy();
    });

    describe('state', () => {
      it('refuses to write over a version that was not the one read', async () => {
        await storage.transaction((tx) => tx.saveState('a/state', { n: 1 }, 0));
        await storage.transaction((tx) => tx.saveState('a/state', { n: 2 }, 1));
        const late = storage.transaction((tx) => tx.saveState('a/state', { n: 99 }, 1));
        await expect(late).rejects.toBeInstanceOf(VersionConflict);
        expect(await storage.transaction((tx) => tx.state('a/state'))).toEqual({
          value: { n: 2 },
          version: 2,
        });
      });

      it('refuses to create what exists and to change what does not', async () => {
        await storage.transaction((tx) => tx.saveState('a/state', 1, 0));
        await expect(storage.transaction((tx) => tx.saveState('a/state', 2, 0))).rejects.toBeInstanceOf(
          VersionConflict,
        );
        await expect(storage.transaction((tx) => tx.saveState('b/state', 2, 3))).rejects.toBeInstanceOf(
          VersionConflict,
        );
      });

      it('gives null for what was never written or was deleted', async () => {
        await storage.transaction((tx) => tx.saveState('a/state', 1, 0));
        await storage.transaction((tx) => tx.deleteState('a/state'));
        expect(await storage.transaction((tx) => tx.state('a/state'))).toBeNull();
        expect(await storage.transaction((tx) => tx.state('never'))).toBeNull();
      });

      it('lets exactly one of many writers of the same version win', async () => {
        const results = await Promise.allSettled(
          Array.from({ length: 10 }, (_, n) => storage.transaction((tx) => tx.saveState('k', n, 0))),
        );
        expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      });
    });

    describe('a transaction', () => {
      it('that fails leaves nothing behind', async () => {
        await storage.transaction((tx) => tx.createConversation(conversationRow('c')));
        const failed = storage.transaction(async (tx) => {
          await tx.append('c', [said('kept?')]);
          await tx.saveState('c/state', 1, 0);
          await tx.insertCase(caseRow('m', 'c'));
          await tx.addToOutbox([outboxItem('lane', 'kept?')]);
          await tx.markEnded('c');
          throw new Error('no');
        });
        await expect(failed).rejects.toThrow('no');
        await storage.transaction(async (tx) => {
          expect(await tx.activitiesAfter('c', 0, 10)).toEqual([]);
          expect(await tx.lastSeq('c')).toBe(0);
          expect(await tx.state('c/state')).toBeNull();
          expect(await tx.caseById('m')).toBeNull();
          expect(await tx.nextInOutbox()).toBeNull();
          expect((await tx.conversation('c'))?.ended).toBe(false);
        });
      });

      it('runs beside forty-nine others without losing a write', async () => {
        await storage.transaction((tx) => tx.saveState('count', 0, 0));
        const addOne = () =>
          storage.transaction(async (tx) => {
            const before = await tx.state('count');
            if (before === null || typeof before.value !== 'number') throw new Error('no count');
            await tx.saveState('count', before.value + 1, before.version);
          });
        await Promise.all(Array.from({ length: 50 }, addOne));
        expect(await storage.transaction((tx) => tx.state('count'))).toEqual({ value: 50, version: 51 });
      });
    });

    it('reads what was kept, and one state of it', async () => {
      await storage.transaction((tx) => tx.saveState('k', 'before', 0));
      const seen = await storage.read(async (tx) => {
        const later = storage.transaction((writer) => writer.saveState('k', 'after', 1));
        return { first: await tx.state('k'), second: await tx.state('k'), later: { later } };
      });
      await seen.later.later;
      expect([seen.first?.value, seen.second?.value]).toEqual(['before', 'before']);
      expect((await storage.read((tx) => tx.state('k')))?.value).toBe('after');
    });

    describe('activities', () => {
      it('cannot be added to a conversation that does not exist', async () => {
        await expect(storage.transaction((tx) => tx.append('nobody', [said('x')]))).rejects.toMatchObject({
          code: 'ConversationNotFound',
        });
      });

      it('are refused when the same client id comes a second time', async () => {
        await storage.transaction((tx) => tx.createConversation(conversationRow('c')));
        await storage.transaction((tx) => tx.append('c', [said('once', 'id-1')]));
        const again = storage.transaction((tx) => tx.append('c', [said('new'), said('twice', 'id-1')]));
        await expect(again).rejects.toBeInstanceOf(VersionConflict);
        await storage.transaction(async (tx) => {
          expect(await tx.activitiesAfter('c', 0, 10)).toHaveLength(1);
          expect((await tx.activityByClientId('c', 'id-1'))?.activity.text).toBe('once');
          expect(await tx.activityByClientId('c', 'id-2')).toBeNull();
          expect(await tx.activityByClientId('other', 'id-1')).toBeNull();
        });
      });

      it('are numbered without a gap, in the order added, however many are added at once', async () => {
        await storage.transaction((tx) => tx.createConversation(conversationRow('c')));
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
            async (sizes) => {
              const before = await storage.transaction((tx) => tx.lastSeq('c'));
              const groups = await Promise.all(
                sizes.map((size, group) =>
                  storage.transaction((tx) =>
                    tx.append(
                      'c',
                      Array.from({ length: size }, (_, n) => said(`${group}.${n}`)),
                    ),
                  ),
                ),
              );
              for (const [group, stored] of groups.entries()) {
                expect(stored.map((one) => one.activity.text)).toEqual(stored.map((_, n) => `${group}.${n}`));
                for (const one of stored) expect(one.activity.id).toBe(`c|${one.seq}`);
              }
              const all = await storage.transaction((tx) => tx.activitiesAfter('c', before, 1_000));
              expect(all.map((one) => one.seq)).toEqual(all.map((_, n) => before + 1 + n));
              expect(all).toEqual(groups.flat().sort((a, b) => a.seq - b.seq));
            },
          ),
          { numRuns: 15 },
        );
      });

      it('are read in pages after a watermark', async () => {
        await storage.transaction((tx) => tx.createConversation(conversationRow('c')));
        await storage.transaction((tx) =>
          tx.append(
            'c',
            ['a', 'b', 'c', 'd'].map((text) => said(text)),
          ),
        );
        const page = await storage.transaction((tx) => tx.activitiesAfter('c', 1, 2));
        expect(page.map((one) => one.activity.text)).toEqual(['b', 'c']);
      });
    });

    it('counts corrections', async () => {
      await storage.transaction(async (tx) => {
        await tx.countCorrection('kind', 'concern', 'complaint');
        await tx.countCorrection('kind', 'concern', 'complaint');
        await tx.countCorrection('council', 'dudley', 'leicester');
      });
      expect(await storage.transaction((tx) => tx.corrections())).toEqual([
        { label: 'council', from: 'dudley', to: 'leicester', count: 1 },
        { label: 'kind', from: 'concern', to: 'complaint', count: 2 },
      ]);
    });

    it('has everything again after it was closed and opened', async () => {
      await storage.transaction(async (tx) => {
        await tx.createConversation(conversationRow('c'));
        await tx.append('c', [said('hello', 'id-1')]);
        await tx.markStarted('c');
        await tx.saveState('c/state', { words: ['é', '😀'] }, 0);
        await tx.insertCase(caseRow('m', 'c'));
        await tx.countCorrection('topic', 'other', 'transport');
      });
      await storage.close();
      storage = await database.open();
      await storage.transaction(async (tx) => {
        expect(await tx.conversation('c')).toEqual({ ...conversationRow('c'), started: true });
        expect(await tx.conversation('d')).toBeNull();
        expect((await tx.activityByClientId('c', 'id-1'))?.seq).toBe(1);
        expect(await tx.state('c/state')).toEqual({ value: { words: ['é', '😀'] }, version: 1 });
        expect(await tx.caseById('m')).toEqual({ ...caseRow('m', 'c'), version: 1 });
        expect(await tx.corrections()).toHaveLength(1);
      });
    });
  });
}
