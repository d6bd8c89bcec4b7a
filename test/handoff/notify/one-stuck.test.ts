import { expect, it } from 'vitest';
import { emailItem } from '../../../src/handoff/outbox/email-item.ts';
import { createPump } from '../../../src/handoff/outbox/pump.ts';
import type { Sender } from '../../../src/handoff/outbox/sender.ts';
import { webhookItem } from '../../../src/handoff/outbox/webhook-item.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { HandTime } from '../outbox/support/hand-time.ts';
import { logLines } from '../outbox/support/items.ts';

it('a notice that its receiver chokes on holds up those of its own case and of no other', async () => {
  const { clock, timer } = new HandTime();
  const storage = await openStorage('file::memory:');
  const tried: string[] = [];
  const send: Sender = async ({ conversationId, kind, payload }) => {
    tried.push(`${conversationId} ${kind} ${JSON.stringify(payload).match(/first|second/)?.[0]}`);
    return conversationId === 'a' ? { type: 'retry', why: 'http 500' } : { type: 'sent' };
  };
  const senders = { activity: send, email: send, webhook: send };
  const { log } = logLines();
  const metrics = { outbox: () => {} };
  const pump = createPump({ storage, senders, clock, timer, random: () => 0.5, log, metrics });
  const now = clock.now();
  const mail = (text: string) => ({ to: 'desk@example.org', subject: 'A case', text, until: null });
  const hook = (body: string) => ({ url: 'https://crm.example.org/hook', body });
  await storage.transaction((tx) =>
    tx.addToOutbox(
      ['a', 'b'].flatMap((of) =>
        ['first', 'second'].flatMap((text) => [
          emailItem(mail(text), of, now),
          webhookItem(hook(text), of, now),
        ]),
      ),
    ),
  );
  pump.wake();
  await pump.atRest();
  const of = (one: string) => tried.filter((line) => line.startsWith(one)).sort();
  expect(of('a')).toEqual(['a email first', 'a webhook first']);
  expect(of('b')).toEqual(['b email first', 'b email second', 'b webhook first', 'b webhook second']);
  await pump.close();
  await storage.close();
});
