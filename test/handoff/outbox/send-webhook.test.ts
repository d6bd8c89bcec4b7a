import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook as Verifier, WebhookVerificationError } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { webhookSender } from '../../../src/handoff/outbox/send-webhook.ts';
import { webhookItem } from '../../../src/handoff/outbox/webhook-item.ts';
import { systemClock } from '../../../src/shared/clock.ts';
import type { OutboxItem } from '../../../src/storage/contract/outbox.ts';

const SECRET = `whsec_${Buffer.alloc(32, 'a secret').toString('base64')}`;
const body = JSON.stringify({ schema: 'signpost.case/1', event: 'waiting' });
const now = new Date('2026-11-21T22:00:00.000Z');
const never = new AbortController().signal;

interface Posted {
  readonly headers: Record<string, string>;
  readonly body: string;
}

let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

/** A receiver that answers every post with this. */
async function receiver(status: number, headers: Record<string, string> = {}) {
  const posted: Posted[] = [];
  server = createServer(async (request, response) => {
    posted.push({ headers: flat(request.headers), body: await text(request) });
    response.writeHead(status, headers).end('an answer that nobody reads');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, posted };
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

const item = (url: string): OutboxItem => ({
  ...webhookItem({ url, body }, 'c', now),
  id: 7,
  attempts: 0,
  nextAt: now,
});
const send = (url: string, signal = never) => webhookSender(SECRET, systemClock)(item(url), signal);

describe('a webhook that is not taken', () => {
  it.each([
    [400, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [410, 'receiver-gone'],
    [408, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('with %i: %s', async (status, type) => {
    const { url } = await receiver(status);
    expect(await send(url)).toMatchObject({ type, why: `http ${status}` });
  });

  it('with a redirect goes nowhere else', async () => {
    const { url, posted } = await receiver(307, { location: 'elsewhere' });
    expect(await send(url)).toMatchObject({ type: 'retry', why: 'http 307' });
    expect(posted).toHaveLength(1);
  });

  it.each([
    ['7', 7_000],
    [new Date(now.getTime() + 30_000).toUTCString(), 30_000],
    ['soon', 0],
  ])('says when to come again: %s', async (header, after) => {
    const { url } = await receiver(503, { 'retry-after': header });
    const sender = webhookSender(SECRET, { now: () => now });
    expect(await sender(item(url), never)).toMatchObject({ type: 'retry', after });
  });

  it('because nobody is there', async () => {
    const { url } = await receiver(200);
    await new Promise((resolve) => server?.close(resolve));
    expect(await send(url)).toEqual({ type: 'retry', why: 'http ECONNREFUSED' });
  });

  it('because the service stops', async () => {
    server = createServer(() => {});
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const stop = new AbortController();
    const sending = send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop.signal);
    await once(server, 'request');
    stop.abort();
    expect(await sending).toMatchObject({ type: 'retry' });
  });

  it.each(['http://receiver.example.org/hook', 'ftp://127.0.0.1/', 'hook'])(
    'because its address is not safe: %s',
    async (url) => {
      expect(() => webhookItem({ url, body }, 'c', now)).toThrow();
      const slipped = { ...item('https://receiver.example.org'), payload: { url, body } };
      const sender = webhookSender(SECRET, systemClock);
      expect(await sender(slipped, never)).toEqual({ type: 'refused', why: 'not a webhook' });
    },
  );
});

describe('a webhook that is taken', () => {
  it('can be checked with the library of Standard Webhooks', async () => {
    const { url, posted } = await receiver(204);
    expect(await send(url)).toEqual({ type: 'sent' });
    const [post] = posted;
    if (post === undefined) throw new Error('nothing was posted');
    expect(post.headers['content-type']).toBe('application/json');
    expect(new Verifier(SECRET).verify(post.body, post.headers)).toEqual(JSON.parse(body));
  });

  it('does not pass the check when it was changed on the way, signed by another, or played again', async () => {
    const { url, posted } = await receiver(200);
    await send(url);
    const [{ headers, body: sent } = { headers: {}, body: '' }] = posted;
    const check = (secret: string, changed: string, over: Record<string, string> = {}) =>
      expect(() => new Verifier(secret).verify(changed, { ...headers, ...over })).toThrow(
        WebhookVerificationError,
      );
    check(SECRET, sent.replace('waiting', 'danger'));
    check(SECRET, sent, { 'webhook-id': 'another' });
    check(SECRET, sent, { 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 600) });
    check(`whsec_${Buffer.alloc(32, 'guess').toString('base64')}`, sent);
  });

  it('has the same id when it comes a second time, and another has another', async () => {
    const { url, posted } = await receiver(200);
    await send(url);
    await send(url);
    await webhookSender(SECRET, systemClock)({ ...item(url), id: 8 }, never);
    const ids = posted.map(({ headers }) => headers['webhook-id']);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
