import { expect, it } from 'vitest';
import type { Case } from '../../src/handoff/case.ts';
import { toRow } from '../../src/handoff/case-row.ts';
import { keepEvents } from '../../src/handoff/keep-case.ts';
import { introduction } from '../../src/staff/relay.ts';
import { loadStaffWording } from '../../src/staff/wording.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { StorageWork } from '../../src/storage/storage.ts';
import { inState, LIMITS, later, live, NINE, tess } from '../handoff/support/cases.ts';

it('whoever takes on a left message in Teams reads nothing that the family told the bot after leaving it', async () => {
  const of = inState(
    { state: 'wrapping', adviser: tess, at: later(60).toISOString(), ended: 'follow-up' },
    { message: 'Please ring', contact: '07700 900123' },
  );
  const shown = await introduced(of, async (tx) => {
    await tx.append(of.conversationId, [
      said('they refused to assess him', 1),
      said('something else, for the bot', 20),
    ]);
    await keepEvents(tx, of.id, { type: 'family' }, [{ type: 'message-left' }], later(10), null);
  });
  expect(shown).toContain('they refused to assess him');
  expect(shown).not.toContain('something else, for the bot');
});

it('whoever takes over a long talk in Teams is shown how it ended, not how it began', async () => {
  const of = live(tess);
  const shown = await introduced(of, (tx) =>
    tx.append(
      of.conversationId,
      Array.from({ length: 450 }, (_, n) => said(`word ${n}.`, 1)),
    ),
  );
  expect(shown).toContain('word 449.');
  expect(shown).not.toContain('word 0.');
});

const said = (text: string, minutes: number) => ({
  clientId: null,
  from: 'user' as const,
  build: () => ({ type: 'message', text, timestamp: later(minutes) }),
});

async function introduced(of: Case, happens: (tx: StorageWork) => Promise<unknown>): Promise<string> {
  const storage = await openStorage('file::memory:');
  const shown = await storage.transaction(async (tx) => {
    const row = { id: of.conversationId, channel: 'directline' as const, council: 'dudley', userId: 'u' };
    await tx.createConversation({ ...row, createdAt: NINE, started: true, ended: false });
    await tx.insertCase(toRow({ value: of, version: 0, waitedSeconds: null }, LIMITS));
    await happens(tx);
    return introduction(tx, of, tess.id, loadStaffWording());
  });
  await storage.close();
  return JSON.stringify(shown);
}
