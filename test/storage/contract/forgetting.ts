import { describe, expect, it } from 'vitest';
import { stateKey } from '../../../src/storage/state-key.ts';
import { at, caseRow, conversationRow, outboxItem, referenceRow, said } from '../support/rows.ts';
import { freshStorage, type StorageUnderTest } from '../support/storage-under-test.ts';

export function forgettingContract(create: () => Promise<StorageUnderTest>): void {
  describe('forgetting', () => {
    const storage = freshStorage(create);

    it('takes all of one conversation and nothing of another', async () => {
      const ids = ['c', 'c%', 'c_', 'cc'];
      await storage().transaction(async (tx) => {
        for (const id of ids) {
          await tx.createConversation(conversationRow(id));
          await tx.append(id, [said(`words of ${id}`)]);
          await tx.saveState(stateKey(id, 'situation'), { of: id }, 0);
        }
        await tx.forgetConversation('c');
      });
      await storage().transaction(async (tx) => {
        expect(await tx.activitiesAfter('c', 0, 10)).toEqual([]);
        expect(await tx.state(stateKey('c', 'situation'))).toBeNull();
        for (const id of ids.slice(1)) {
          expect(await tx.activitiesAfter(id, 0, 10)).toHaveLength(1);
          expect(await tx.state(stateKey(id, 'situation'))).not.toBeNull();
        }
      });
    });

    it('keeps the place, so that the watermark never runs backwards', async () => {
      await storage().transaction(async (tx) => {
        await tx.createConversation(conversationRow('c'));
        await tx.append('c', [said('one'), said('two')]);
        await tx.forgetConversation('c');
      });
      await storage().transaction(async (tx) => {
        expect(await tx.conversation('c')).not.toBeNull();
        expect(await tx.lastSeq('c')).toBe(2);
        expect((await tx.append('c', [said('deleted')])).map((one) => one.seq)).toEqual([3]);
      });
    });

    it('takes the words out of the history of its cases, and leaves what happened, when and by whom', async () => {
      const actor = { type: 'adviser', id: 'a', name: 'Sam' };
      const note = { type: 'noted', text: 'mother is frightened', why: 'w' };
      await storage().transaction(async (tx) => {
        for (const [id, of] of ['c', 'c', 'd'].entries()) {
          await tx.insertCase(caseRow(`${id}`, of, { open: false }));
          await tx.addCaseEvents(`${id}`, [
            { at: at(1), clientId: 'x', actor, body: { type: 'claimed' } },
            { at: at(2), clientId: null, actor, body: note },
            { at: at(3), clientId: null, actor, body: 'not an object' },
          ]);
        }
        await tx.forgetConversation('c');
      });
      await storage().read(async (tx) => {
        for (const id of ['0', '1'])
          expect(await tx.caseEvents(id)).toEqual([
            { seq: 1, at: at(1), clientId: 'x', actor, body: { type: 'claimed' } },
            { seq: 2, at: at(2), clientId: null, actor, body: { type: 'noted', why: 'w' } },
            { seq: 3, at: at(3), clientId: null, actor, body: 'not an object' },
          ]);
        expect((await tx.caseEvents('2'))[1]?.body).toEqual(note);
        expect(await tx.caseById('0')).toEqual({ ...caseRow('0', 'c', { open: false }), version: 1 });
      });
    });

    it('no longer knows where the family could be reached, and still where advisers are', async () => {
      await storage().transaction(async (tx) => {
        await tx.saveReference(referenceRow('c', { adviserId: null }));
        await tx.saveReference(referenceRow('d', { adviserId: 'a' }));
        for (const id of ['c', 'd']) await tx.forgetConversation(id);
        expect(await tx.reference('c')).toBeNull();
        expect(await tx.reference('d')).not.toBeNull();
      });
    });

    it('takes back what is still to be sent of it, wherever it stands in its lane', async () => {
      await storage().transaction(async (tx) => {
        await tx.addToOutbox([
          outboxItem('a', 1, 'c'),
          outboxItem('a', 2, 'd'),
          outboxItem('a', 3, 'c'),
          outboxItem('b', 4, 'c'),
          outboxItem('a', 5),
        ]);
        await tx.forgetConversation('c');
      });
      const left: unknown[] = [];
      await storage().transaction(async (tx) => {
        for (;;) {
          const [item] = await tx.takeFromOutbox(at(1), at(2), 9);
          if (item === undefined) break;
          left.push(item.payload);
          await tx.removeFromOutbox(item.id);
        }
        expect(await tx.nextInOutbox()).toBeNull();
      });
      expect(left).toEqual([2, 5]);
    });

    it('lets nothing overtake what is on its way at that moment', async () => {
      await storage().transaction(async (tx) => {
        await tx.addToOutbox([outboxItem('a', 1, 'c'), outboxItem('a', 2, 'd')]);
        await tx.takeFromOutbox(at(0), at(5), 9);
        await tx.forgetConversation('c');
        expect(await tx.takeFromOutbox(at(4), at(6), 9)).toEqual([]);
        expect(await tx.takeFromOutbox(at(5), at(6), 9)).toMatchObject([{ payload: 2 }]);
      });
    });
  });
}
