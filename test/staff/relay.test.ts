import { expect, it } from 'vitest';
import { toRow } from '../../src/handoff/case-row.ts';
import { keepEvents } from '../../src/handoff/keep-case.ts';
import { introduction } from '../../src/staff/relay.ts';
import { loadStaffWording } from '../../src/staff/wording.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { inState, LIMITS, later, NINE, tess } from '../handoff/support/cases.ts';

it('whoever takes on a left message in Teams reads nothing that the family told the bot after leaving it', async () => {
  const of = inState(
    { state: 'wrapping', adviser: tess, at: later(60).toISOString(), ended: 'follow-up' },
    { message: 'Please ring', contact: '07700 900123' },
  );
  const said = (text: string, minutes: number) => ({
    clientId: null,
    from: 'user' as const,
    build: () => ({ type: 'message', text, timestamp: later(minutes) }),
  });
  const storage = await openStorage('file::memory:');
  const shown = await storage.transaction(async (tx) => {
    const row = { id: of.conversationId, channel: 'directline' as const, council: 'dudley', userId: 'u' };
    await tx.createConversation({ ...row, createdAt: NINE, started: true, ended: false });
    await tx.insertCase(toRow({ value: of, version: 0, waitedSeconds: null }, LIMITS));
    await tx.append(row.id, [said('they refused to assess him', 1), said('something else, for the bot', 20)]);
    await keepEvents(tx, of.id, { type: 'family' }, [{ type: 'message-left' }], later(10), null);
    return introduction(tx, of, tess.id, loadStaffWording());
  });
  await storage.close();
  expect(JSON.stringify(shown)).toContain('they refused to assess him');
  expect(JSON.stringify(shown)).not.toContain('something else, for the bot');
});
