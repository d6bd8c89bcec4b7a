import { expect, it } from 'vitest';
import { createNotifier } from '../../../src/handoff/notify/notifier.ts';
import { openCase } from '../../../src/handoff/open-case.ts';
import { createPump } from '../../../src/handoff/outbox/pump.ts';
import { emailSender } from '../../../src/handoff/outbox/send-email.ts';
import { notConfigured } from '../../../src/handoff/outbox/sender.ts';
import { wakeAfterCommit } from '../../../src/handoff/outbox/wake-after-commit.ts';
import { Advisers } from '../../../src/knowledge/schema/advisers.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { HandTime } from '../outbox/support/hand-time.ts';
import { logLines } from '../outbox/support/items.ts';
import { mailServer } from '../outbox/support/mail-server.ts';

it('a family that begins to wait is in the advisers’ mailboxes without anybody asking, and its words are not', async () => {
  const server = await mailServer();
  const { clock, timer } = new HandTime();
  const { log, lines } = logLines();
  const raw = await openStorage('file::memory:');
  const pump = createPump({
    storage: raw,
    senders: {
      activity: notConfigured,
      email: emailSender({ url: server.url, from: 'signpost@example.org' }, clock),
      webhook: notConfigured,
    },
    clock,
    timer,
    random: () => 0.5,
    log,
    metrics: { outbox: () => {} },
  });
  const storage = wakeAfterCommit(raw, pump.wake);
  const notifier = createNotifier({
    notifyOf: () => Advisers.shape.notify.parse({ emails: ['one@example.org', 'two@example.org'] }),
    placeOf: () => 'Dudley',
    deadlineOf: () => null,
    publicUrl: null,
    can: { email: true, webhook: false },
    clock,
    log,
  });
  const limits = { wait: 10, claim: 5, away: 1, gone: 5, silent: 15, familySilent: 30 };
  const deps = {
    watchers: [notifier],
    limitsOf: () => limits,
    newId: () => 'case-1',
    newRef: () => 'ABC234',
  };
  const wanted = {
    conversationId: 'c',
    council: 'dudley',
    reason: 'asked',
    red: false,
    sharedAfter: 0,
    situation: null,
    leave: { text: 'my lad Tom cries', contact: '07700 900123' },
  } as const;

  await storage.transaction((tx) => openCase(tx, deps, wanted, clock.now()));
  await pump.atRest();
  expect(server.mails.map(({ to }) => to[0]).sort()).toEqual(['one@example.org', 'two@example.org']);
  for (const { raw: mail } of server.mails) {
    expect(mail).toMatch(/^Subject: A message is waiting for an answer \(Dudley, ABC234\)\r$/m);
    expect(mail).not.toMatch(/Tom|07700/);
  }
  expect(lines.join()).not.toMatch(/one@|Tom|07700/);

  await pump.close();
  await raw.close();
  await server.close();
});
