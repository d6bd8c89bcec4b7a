import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCase } from '../../../src/handoff/open-case.ts';
import { Email } from '../../../src/handoff/outbox/email-item.ts';
import type { CopyMailWords } from '../../../src/handoff/records/copy-mail.ts';
import { sendCode, sendCopy } from '../../../src/handoff/records/send-copy.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { NewActivity, Storage } from '../../../src/storage/storage.ts';

const now = new Date('2026-11-21T22:00:00.000Z');
const words: CopyMailWords = {
  codeSubject: 'Your code',
  code: 'The code is {code}.',
  copySubject: 'Your copy',
  copy: 'A copy made on {when}.',
  you: 'You',
};
const sending = { conversationId: 'c', address: 'mum@example.org', words, now };

let storage: Storage;
beforeEach(async () => {
  storage = await openStorage('file::memory:');
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
});
afterEach(() => storage.close());

const message = (text: string): NewActivity => ({
  clientId: null,
  from: 'user',
  build: () => ({ type: 'message', text, timestamp: now.toISOString() }),
});

async function mails() {
  const items = await storage.transaction((tx) => tx.takeFromOutbox(new Date(now.getTime() + 1), now, 10));
  return items.map(({ payload }) => Email.parse(payload));
}

it('the mail with the code holds nothing of the conversation, and dies with the code', async () => {
  await storage.transaction(async (tx) => {
    await tx.append('c', [message('my lad cries')]);
    await sendCode(tx, { ...sending, code: '012345', until: new Date(now.getTime() + 1) });
  });
  expect(await mails()).toEqual([
    {
      to: 'mum@example.org',
      subject: 'Your code',
      text: 'The code is 012345.\n',
      until: '2026-11-21T22:00:00.001Z',
    },
  ]);
});

it('the copy holds all that was said, however long, and no history of the case', async () => {
  const texts = Array.from({ length: 1_201 }, (_, n) => `line ${n}.`);
  await storage.transaction(async (tx) => {
    await tx.append('c', texts.map(message));
    const deps = {
      watchers: [],
      limitsOf: () => ({ wait: 10, claim: 5, away: 1, gone: 5, silent: 15, familySilent: 30 }),
      newId: () => 'case-1',
      newRef: () => 'ABC234',
    };
    await openCase(
      tx,
      deps,
      {
        conversationId: 'c',
        council: 'dudley',
        reason: 'asked',
        red: false,
        sharedAfter: 0,
        situation: null,
        leave: null,
      },
      now,
    );
    const note = { type: 'noted', text: 'for advisers only' } as const;
    await tx.addCaseEvents('case-1', [{ at: now, clientId: null, actor: { type: 'clock' }, body: note }]);
    await sendCopy(tx, sending);
  });
  const [mail] = await mails();
  expect(mail?.text).toMatch(/^A copy made on Saturday 21 November 2026, 22:00\.\n\nSaturday 21/);
  for (const text of texts) expect(mail?.text).toContain(`22:00  You\n    ${text}\n`);
  expect(mail?.text).not.toContain('for advisers only');
  expect(mail?.subject).toBe('Your copy');

  const events = await storage.read((tx) => tx.caseEvents('case-1'));
  expect(events.at(-1)?.body).toEqual({ type: 'exported', text: 'to the family, by e-mail' });
  expect(JSON.stringify(events)).not.toContain('mum@');
});

it('a family without a case gets its copy too', async () => {
  await storage.transaction(async (tx) => {
    await tx.append('c', [message('hello')]);
    await sendCopy(tx, sending);
  });
  expect((await mails())[0]?.text).toContain('hello');
});

it('neither mail goes out once the family has asked to be forgotten', async () => {
  await storage.transaction(async (tx) => {
    await sendCode(tx, { ...sending, code: '012345', until: now });
    await sendCopy(tx, sending);
    await tx.forgetConversation('c');
  });
  expect(await mails()).toEqual([]);
});
