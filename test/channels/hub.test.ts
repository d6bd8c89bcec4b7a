import { describe, expect, it } from 'vitest';
import { hubReport } from '../../src/channels/hub/hub-report.ts';
import { hubWatcher } from '../../src/channels/hub/hub-watcher.ts';
import { HandoffContext } from '../../src/handoff/handoff-context.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { ConversationRow } from '../../src/storage/storage.ts';
import { NINE, waitingCase } from '../handoff/support/cases.ts';

const watcher = hubWatcher({ clock: { now: () => NINE }, deadlinesOf: () => [] });

async function offered(channel: ConversationRow['channel'], sharedAfter: number) {
  const storage = await openStorage('file::memory:');
  const row = { id: 'conversation-1', channel, council: 'dudley', userId: 'u', createdAt: NINE };
  const said = (text: string) => ({
    clientId: null,
    from: 'user' as const,
    build: () => ({ type: 'message', text }),
  });
  const items = await storage.transaction(async (tx) => {
    await tx.createConversation({ ...row, started: true, ended: false });
    await tx.append(row.id, [said('They refused'), said('A person please')]);
    await watcher.changed(tx, { before: null, after: waitingCase({ sharedAfter }), events: [] });
    return tx.takeFromOutbox(NINE, new Date(NINE.getTime() + 1_000), 10);
  });
  await storage.close();
  return items.map(({ payload }) => payload);
}

describe('another hub', () => {
  it('is told nothing of families who do not write through its channel', async () => {
    expect(await offered('directline', 0)).toEqual([]);
  });

  it('is offered the case with the facts and the transcript that the family shares', async () => {
    const [item] = await offered('bot-framework', 1);
    expect(item).toMatchObject({
      to: 'conversation-1',
      activity: {
        type: 'event',
        name: 'handoff.initiate',
        attachments: [{ name: 'Transcript', content: { activities: [{ text: 'A person please' }] } }],
      },
    });
    const { value } = (item as { activity: { value: unknown } }).activity;
    expect(HandoffContext.parse(value)).toMatchObject({ ref: 'KTQ7MW', consent: 'from-now', triage: null });
  });
});

describe('what another hub reports', () => {
  const report = (value: unknown, from: unknown = { name: 'Alex' }) =>
    hubReport({ type: 'event', name: 'handoff.status', from, value });

  it('is read as what became of the case', () => {
    expect(report({ state: 'accepted' })).toEqual({ type: 'accepted', name: 'Alex' });
    expect(report({ state: 'accepted' }, {})).toEqual({ type: 'accepted', name: 'An adviser' });
    expect(report({ state: 'failed', message: 'No agents' })).toEqual({ type: 'failed' });
  });

  it('of any other shape is nothing', () => {
    expect(report({ state: 'paused' })).toBeNull();
    expect(hubReport({ type: 'message', text: 'handoff.status' })).toBeNull();
    expect(hubReport(null)).toBeNull();
  });
});
