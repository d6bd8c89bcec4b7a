import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Case, CaseStatus } from '../../../src/handoff/case.ts';
import { type Command, decide } from '../../../src/handoff/decide.ts';
import { createNotifier, type NotifierDeps } from '../../../src/handoff/notify/notifier.ts';
import { openCase } from '../../../src/handoff/open-case.ts';
import { Email } from '../../../src/handoff/outbox/email-item.ts';
import { Webhook } from '../../../src/handoff/outbox/webhook-item.ts';
import { Advisers } from '../../../src/knowledge/schema/advisers.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { logLines } from '../outbox/support/items.ts';

const now = new Date('2026-11-21T22:00:00.000Z');
const limits = { wait: 10, claim: 5, away: 1, gone: 5, silent: 15, familySilent: 30 };
const adviser = { id: 'p', name: 'Priya', desk: 'console' } as const;
const WORDS = 'my lad Tom cries every morning';
const CONTACT = '07700 900123';
const Notify = Advisers.shape.notify;
const both = { emails: ['desk@example.org'], webhook: 'https://crm.example.org/hook' };

let storage: Storage;
let log: ReturnType<typeof logLines>;
beforeEach(async () => {
  storage = await openStorage('file::memory:');
  log = logLines();
});
afterEach(() => storage.close());

const status: CaseStatus = {
  state: 'waiting',
  since: now.toISOString(),
  spell: now.toISOString(),
  warned: false,
};
const waiting: Case = {
  id: 'case-1',
  ref: 'ABC234',
  conversationId: 'c',
  council: 'dudley',
  openedAt: now.toISOString(),
  reason: 'asked',
  status,
  red: false,
  sharedAfter: 0,
  contact: null,
  message: null,
  situation: null,
};

const notifier = (notify: z.input<typeof Notify>, over: Partial<NotifierDeps> = {}) =>
  createNotifier({
    notifyOf: () => Notify.parse(notify),
    placeOf: () => 'Dudley',
    deadlineOf: () => ({ label: 'Your appeal must reach the tribunal', date: '2027-01-05' }),
    publicUrl: 'https://signpost.example.org',
    can: { email: true, webhook: true },
    clock: { now: () => now },
    log: log.log,
    ...over,
  });

/** What went into the outbox, one line of items a lane. */
async function waitingItems() {
  const all = await storage.transaction((tx) => tx.takeFromOutbox(new Date(now.getTime() + 1), now, 100));
  return {
    mails: all.filter(({ kind }) => kind === 'email').map(({ payload }) => Email.parse(payload)),
    hooks: all
      .filter(({ kind }) => kind === 'webhook')
      .map(({ payload }) =>
        z.looseObject({ event: z.string() }).parse(JSON.parse(Webhook.parse(payload).body)),
      ),
  };
}

async function open(watcher: ReturnType<typeof notifier>, leave: boolean, red = false) {
  await storage.transaction((tx) =>
    openCase(
      tx,
      { watchers: [watcher], limitsOf: () => limits, newId: () => 'case-1', newRef: () => 'ABC234' },
      {
        conversationId: 'c',
        council: 'dudley',
        reason: red ? 'danger' : 'asked',
        red,
        sharedAfter: 0,
        situation: null,
        leave: leave ? { text: WORDS, contact: CONTACT } : null,
      },
      now,
    ),
  );
}

/** Carries the command out on the case, and tells what the notifier makes of it. */
async function act(before: Case, command: Command, at = now) {
  const decision = decide(before, command, at, limits);
  if (!decision.ok) throw new Error('refused');
  const change = { before, after: decision.next, events: decision.events };
  await storage.transaction((tx) => notifier(both).changed(tx, change));
  return decision.next;
}
const events = async () => (await waitingItems()).hooks.map(({ event }) => event);
const later = new Date(now.getTime() + 3_600_000);
const tick = (open: boolean): Command => ({
  by: 'clock',
  command: { type: 'tick', adviserSeen: null, open },
});

describe('a family is never kept from an adviser by a notice', () => {
  it('to an address that is not safe', async () => {
    await open(notifier({ ...both, webhook: 'http://crm.example.org/hook' }), false);
    const { mails, hooks } = await waitingItems();
    expect([mails.length, hooks.length]).toEqual([1, 0]);
    expect(log.lines.join()).toContain('could not be told');
  });

  it('whose deadline cannot be counted', async () => {
    const failing = () => {
      throw new Error(WORDS);
    };
    await open(notifier(both, { deadlineOf: failing }), false);
    expect((await waitingItems()).hooks[0]).toMatchObject({ case: { deadline: null } });
    expect(log.lines.join()).not.toContain('cries');
  });

  it('that the settings do not allow; the log says so once', async () => {
    const watcher = notifier(both, { can: { email: false, webhook: false } });
    await storage.transaction(async (tx) => {
      for (let n = 0; n < 3; n++) await watcher.changed(tx, { before: null, after: waiting, events: [] });
    });
    expect(await storage.read((tx) => tx.nextInOutbox())).toBeNull();
    expect(log.lines.map((line) => JSON.parse(line).setting)).toEqual(['SMTP_URL', 'WEBHOOK_SECRET']);
  });
});

describe('advisers are told', () => {
  it('when a family begins to wait, with what they need and without a word of the family', async () => {
    await open(notifier(both), false);
    const { mails, hooks } = await waitingItems();
    expect(mails[0]?.subject).toBe('A family is waiting for an adviser (Dudley, ABC234)');
    expect(mails[0]?.text).toContain('Since: Saturday 21 November 2026, 22:00');
    expect(mails[0]?.text).toContain(
      'Deadline: Your appeal must reach the tribunal (Tuesday 5 January 2027)',
    );
    expect(mails[0]?.text).toContain('https://signpost.example.org/console?case=case-1');
    expect(hooks).toEqual([
      {
        schema: 'signpost.case/1',
        event: 'waiting',
        case: {
          id: 'case-1',
          ref: 'ABC234',
          council: 'dudley',
          reason: 'asked',
          state: 'waiting',
          red: false,
          openedAt: now.toISOString(),
          since: now.toISOString(),
          deadline: { label: 'Your appeal must reach the tribunal', date: '2027-01-05' },
          link: 'https://signpost.example.org/console?case=case-1',
        },
      },
    ]);
  });

  it('when a message is left, without it and without how to reach them', async () => {
    await open(notifier(both), true);
    expect(JSON.stringify(await waitingItems())).not.toMatch(/cries|07700/);
  });

  it('with the message, where the council chose that, and still not how to reach them', async () => {
    await open(notifier({ ...both, words: true }), true);
    const { mails, hooks } = await waitingItems();
    expect(mails[0]?.text).toContain(`    ${WORDS}`);
    expect(mails[0]?.subject).not.toContain('Tom');
    expect(hooks[0]).toMatchObject({ event: 'message-left', case: { message: WORDS } });
    expect(JSON.stringify([mails, hooks])).not.toContain('07700');
  });

  it('at once and in the subject when danger was disclosed', async () => {
    await open(notifier(both), false, true);
    const { mails, hooks } = await waitingItems();
    expect(mails[0]?.subject).toMatch(/^Urgent: /);
    expect(hooks[0]).toMatchObject({ event: 'waiting', case: { red: true } });
  });

  it('when danger is disclosed later, once', async () => {
    const said: Command = { by: 'family', command: { type: 'said', danger: true } };
    const red = await act(waiting, said);
    await act(red, said);
    expect(await events()).toEqual(['danger']);
  });

  it('when nobody has come in time, and when nobody came at all', async () => {
    const warned = await act(waiting, tick(true), later);
    await storage.transaction(async (tx) => {
      const items = await tx.takeFromOutbox(later, now, 100);
      for (const { id } of items) await tx.removeFromOutbox(id);
    });
    expect(warned.status).toMatchObject({ warned: true });
    await act(warned, tick(false), new Date(later.getTime() + 3_600_000));
    expect(await events()).toEqual(['gave-up']);
  });

  it('when a case is put back into the queue', async () => {
    const claimed: Case = {
      ...waiting,
      status: { state: 'claimed', since: now.toISOString(), adviser, at: now.toISOString() },
    };
    await act(claimed, { by: 'adviser', adviser, command: { type: 'return' } });
    expect(await events()).toEqual(['waiting']);
  });

  it('of nothing else', async () => {
    const claimed = await act(waiting, { by: 'adviser', adviser, command: { type: 'claim' } });
    const live = await act(claimed, { by: 'adviser', adviser, command: { type: 'join' } });
    await act(live, { by: 'adviser', adviser, command: { type: 'note', text: WORDS } });
    await act(live, { by: 'family', command: { type: 'leave' } });
    await act(waiting, { by: 'family', command: { type: 'leave' } });
    await act(waiting, { by: 'family', command: { type: 'forget' } });
    expect(await storage.read((tx) => tx.nextInOutbox())).toBeNull();
  });

  it('each once, however their address is written', async () => {
    await open(notifier({ emails: ['desk@example.org', 'Desk@example.org', 'lead@example.org'] }), false);
    expect((await waitingItems()).mails).toHaveLength(2);
  });
});

it('a notice that waits is deleted with the conversation', async () => {
  await storage.transaction((tx) =>
    tx.createConversation({
      id: 'c',
      channel: 'directline',
      council: 'dudley',
      userId: 'u',
      createdAt: now,
      started: true,
      ended: false,
    }),
  );
  await open(notifier({ ...both, words: true }), true);
  await storage.transaction((tx) => tx.forgetConversation('c'));
  expect(await storage.read((tx) => tx.nextInOutbox())).toBeNull();
});
