import { afterEach, beforeEach, expect, it } from 'vitest';
import { activityItem } from '../../../src/channels/bot-framework/activity-item.ts';
import { cloudAdapter } from '../../../src/channels/bot-framework/cloud-adapter.ts';
import { activitySender } from '../../../src/channels/bot-framework/send-activity.ts';
import type { Attempt } from '../../../src/handoff/outbox/sender.ts';
import { createLog } from '../../../src/shared/log.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { type Connector, startConnector, wordsOf } from './support/connector.ts';

const NOW = new Date('2026-11-23T10:00:00Z');

let storage: Storage;
let connector: Connector;
let gone: string[];
let logged: string[];
beforeEach(async () => {
  storage = await openStorage('file::memory:');
  connector = await startConnector();
  gone = [];
  logged = [];
  await keep('here', connector.url);
});
afterEach(async () => {
  await storage.close();
  await connector.kill();
});

const keep = (conversationId: string, serviceUrl: string) =>
  storage.transaction((tx) =>
    tx.saveReference({
      conversationId,
      kind: 'person',
      council: null,
      adviserId: null,
      reference: {
        channelId: 'msteams',
        serviceUrl,
        bot: { id: '28:b', name: 'Signpost' },
        user: { id: '29:u', name: '' },
        conversation: { id: 'a:chat', name: '', isGroup: false, conversationType: 'personal' },
      },
      updatedAt: NOW,
    }),
  );

async function send(
  words: string,
  { to = 'here', name = null as string | null, development = true, final = false } = {},
) {
  const sender = activitySender({
    adapter: cloudAdapter({ kind: 'open' }),
    appId: '',
    allowedServiceHosts: ['.botframework.com'],
    development,
    storage,
    clock: { now: () => NOW },
    log: createLog('debug', { write: (line: string) => logged.push(line) }),
    metrics: { referenceGone: (kind) => gone.push(kind) },
  });
  const item = activityItem(to, { type: 'message', text: words }, { of: null, name, final, now: NOW });
  return sender({ ...item, id: 1, attempts: 0, nextAt: NOW }, new AbortController().signal);
}

it.each<[number, Attempt]>([
  [429, { type: 'retry', why: 'connector 429', after: 7_000 }],
  [412, { type: 'retry', why: 'connector 412', after: 7_000 }],
  [500, { type: 'retry', why: 'connector 500', after: 7_000 }],
  [502, { type: 'retry', why: 'connector 502', after: 7_000 }],
  [504, { type: 'retry', why: 'connector 504', after: 7_000 }],
  [401, { type: 'retry', why: 'connector 401', after: 7_000 }],
  [400, { type: 'refused', why: 'connector 400' }],
  [413, { type: 'refused', why: 'connector 413' }],
  [403, { type: 'refused', why: 'connector 403' }],
])('asks once, and understands %i', async (status, attempt) => {
  connector.faults.push({ status, headers: { 'retry-after': '7' } });
  expect(await send('words')).toEqual(attempt);
  expect(connector.asked).toHaveLength(1);
  expect(logged.join()).not.toContain('words');
});

it('reads a Retry-After that is a date', async () => {
  const after = new Date(NOW.getTime() + 90_000).toUTCString();
  connector.faults.push({ status: 429, headers: { 'retry-after': after } });
  expect(await send('words')).toEqual({ type: 'retry', why: 'connector 429', after: 90_000 });
});

it('tries again when nobody answers', async () => {
  await connector.kill();
  expect(await send('words')).toEqual({ type: 'retry', why: 'connector ECONNREFUSED' });
});

it.each([
  { status: 403, code: 'BotNotInConversationRoster' },
  { status: 403, code: 'BotDisabledByAdmin' },
  { status: 404, code: 'ConversationNotFound' },
])('strikes the address off after $status $code', async (fault) => {
  connector.faults.push(fault);
  expect((await send('words')).type).toBe('receiver-gone');
  expect(gone).toEqual(['person']);
  expect(await storage.read((tx) => tx.reference('here'))).toBeNull();
  expect(await send('words')).toEqual({ type: 'receiver-gone', why: 'no address' });
});

it('sends to no stored address on a host that is not allowed', async () => {
  for (const address of [
    'https://evil.example/',
    'http://x.botframework.com/',
    'https://user@x.botframework.com/',
  ]) {
    await keep('there', address);
    expect(await send('words', { to: 'there' })).toEqual({
      type: 'refused',
      why: 'service host not allowed',
    });
  }
  expect(await send('words', { development: false })).toEqual({
    type: 'refused',
    why: 'service host not allowed',
  });
  expect(connector.asked).toEqual([]);
});

it('puts a message with a name in the place of the one before', async () => {
  await send('waiting', { name: 'case' });
  await send('taken', { name: 'case' });
  expect(connector.taken.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v3/conversations/a:chat/activities',
    'PUT /v3/conversations/a:chat/activities/sent-1',
  ]);
});

it('says it anew when somebody has deleted the one before', async () => {
  await send('waiting', { name: 'case' });
  connector.faults.push({ status: 404, code: 'ActivityNotFoundInConversation' });
  expect(await send('taken', { name: 'case' })).toEqual({ type: 'sent' });
  expect(connector.taken.map((one) => one.method)).toEqual(['POST', 'POST']);
  await send('closed', { name: 'case' });
  expect(connector.taken.at(-1)?.path).toContain('sent-2');
  expect(connector.taken.map(wordsOf).join()).toContain('closed');
});

it('keeps no name in mind after the last message under it', async () => {
  await send('waiting', { name: 'case' });
  const kept = () => storage.read((tx) => tx.state('here/message/case'));
  expect(await kept()).not.toBeNull();
  await send('closed', { name: 'case', final: true });
  expect(connector.taken.at(-1)?.method).toBe('PUT');
  expect(await kept()).toBeNull();
});

it('refuses what is no activity', async () => {
  expect(await send('x', { to: 'nowhere' })).toEqual({ type: 'receiver-gone', why: 'no address' });
});
