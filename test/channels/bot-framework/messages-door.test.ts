import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChannelActivity, ownNames } from '../../../src/channels/bot-framework/channel-activity.ts';
import { cloudAdapter } from '../../../src/channels/bot-framework/cloud-adapter.ts';
import { createBotFramework } from '../../../src/channels/bot-framework/create-bot-framework.ts';
import { createHttpServer, type HttpServer } from '../../../src/channels/http-server.ts';
import { keyedLock } from '../../../src/channels/keyed-lock.ts';
import { createMetrics } from '../../../src/channels/metrics.ts';
import type { BotFrameworkDoor } from '../../../src/config.ts';
import { systemClock } from '../../../src/shared/clock.ts';
import { createLog } from '../../../src/shared/log.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { type EchoBot, echoBot } from '../../conformance/support/echo-bot.ts';
import { call } from '../../conformance/support/http.ts';
import { answerTo } from '../../conformance/support/raw-socket.ts';

const APP: BotFrameworkDoor = {
  kind: 'authenticated',
  appId: '11111111-2222-4333-8444-555555555555',
  appType: 'SingleTenant',
  password: 'a password',
  tenantId: 'a tenant',
};

/** A channel's own service: takes what the bot sends, as Teams would. */
interface ChannelService {
  readonly url: string;
  readonly received: { path: string; activity: Record<string, unknown> }[];
  status: number;
  /** Answers that are let go when this is called; until it is set, answers go at once. */
  holding: (() => void)[] | null;
  close(): Promise<void>;
}

async function channelService(): Promise<ChannelService> {
  const received: ChannelService['received'] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', activity: JSON.parse(Buffer.concat(chunks).toString()) });
      const answer = () => {
        response.writeHead(service.status, { 'content-type': 'application/json' });
        response.end('{"id":"sent"}');
      };
      if (service.holding === null) answer();
      else service.holding.push(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: ChannelService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    status: 200,
    holding: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

describe('/api/messages', () => {
  let storage: Storage;
  let bot: EchoBot;
  let server: HttpServer;
  let channel: ChannelService;
  let url: string;
  let logged: string[];

  const start = async (door: BotFrameworkDoor, sendMs = 10_000) => {
    logged = [];
    const log = createLog('debug', { write: (line: string) => logged.push(line) });
    const metrics = createMetrics();
    const deps = {
      door,
      adapter: door.kind === 'off' ? null : cloudAdapter(door),
      staff: null,
      report: null,
      allowedServiceHosts: ['.botframework.com'],
      storage,
      bot,
      lock: keyedLock(),
      clock: systemClock,
      log,
      metrics,
      sendMs,
    };
    server = createHttpServer({ routes: createBotFramework(deps).routes, log, metrics, proxyHops: 0 });
    url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/api/messages`;
  };
  beforeEach(async () => {
    storage = await openStorage('file::memory:');
    bot = echoBot(storage);
    channel = await channelService();
    await start({ kind: 'open' });
  });
  afterEach(async () => {
    await server.close(0);
    await channel.close();
    await storage.close();
  });

  const activity = (more: Record<string, unknown> = {}) => ({
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: channel.url,
    conversation: { id: '19:meeting_Zm9v@thread.v2;messageid=1700000000000' },
    from: { id: '29:somebody', name: 'Sam Smith', aadObjectId: 'x' },
    recipient: { id: '28:signpost', name: 'Signpost' },
    text: 'hello there',
    locale: 'en-US',
    ...more,
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    call(url, { method: 'POST', body, headers });
  const sentTexts = () =>
    channel.received.filter((one) => one.activity.type === 'message').map((one) => one.activity.text);
  const everythingStored = async () => {
    const { conversationId } = ownNames(ChannelActivity.parse(activity()));
    return JSON.stringify(await storage.transaction((tx) => tx.activitiesAfter(conversationId, 0, 100)));
  };

  describe('with an app id', () => {
    beforeEach(async () => {
      await server.close(0);
      await start(APP);
    });

    it.each(['', 'Bearer x', 'Bearer a.b.c', 'Basic dTpw'])(
      'refuses a caller that sends %j',
      async (authorization) => {
        const answered = await post(activity({ serviceUrl: 'https://x.botframework.com/' }), {
          authorization,
        });
        expect([answered.status, answered.body.error?.code]).toEqual([401, 'MissingToken']);
        expect(bot.locales).toEqual([]);
      },
    );

    it('says nothing of why in the answer, and nothing of the text in the log', async () => {
      const answered = await post(activity({ serviceUrl: 'https://x.botframework.com/' }));
      expect(JSON.stringify(answered.body)).not.toMatch(/unauthorized|AuthenticationError/i);
      expect(logged.join()).not.toContain('hello there');
    });

    it('sends nothing to this machine', async () => {
      expect((await post(activity())).status).toBe(400);
    });
  });

  it('does not exist when the door is off', async () => {
    await server.close(0);
    await start({ kind: 'off' });
    expect((await post(activity())).body.error?.code).toBe('NotFound');
  });

  it.each([undefined, {}, [], { type: 'message' }])('refuses the body %j', async (body) => {
    const answered = await post(body);
    expect([answered.status, answered.body.error?.code]).toEqual([400, 'BadRequest']);
  });

  it('refuses a service host that is not on the list', async () => {
    const answered = await post(activity({ serviceUrl: 'https://evil.example/' }));
    expect([answered.status, answered.body.error?.code]).toEqual([400, 'BadRequest']);
    expect(bot.locales).toEqual([]);
  });

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1' },
    { forwarded: 'for=203.0.113.9' },
    { 'x-forwarded-for': '203.0.113.9' },
  ])('open to this machine, is shut to a request with %j', async (headers) => {
    const answered = await post(activity(), headers);
    expect([answered.status, answered.body.error?.code]).toEqual([403, 'BadToken']);
    expect(bot.locales).toEqual([]);
  });

  it('open to this machine, is shut to a name that somebody else pointed at it', async () => {
    const body = JSON.stringify(activity());
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n' +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    expect(await answerTo(Number(new URL(url).port), head + body)).toMatch(/^HTTP\/1\.1 403 /);
    expect(bot.locales).toEqual([]);
  });

  it('takes the next message while the channel hangs, and sends the answers in order', async () => {
    channel.holding = [];
    const first = post(activity());
    let second: ReturnType<typeof post> | undefined;
    const turned = new Promise<void>((resolve) => {
      bot.meanwhile = async () => {
        bot.meanwhile = async () => resolve();
        second = post(activity({ id: '2', text: 'next' }));
      };
    });
    await turned;
    const { holding } = channel;
    channel.holding = null;
    for (const answer of holding) answer();
    await Promise.all([first, second]);
    expect(sentTexts()).toEqual(['1: hello there', '2: next']);
  });

  it('gives up on a channel that never answers, and keeps the turn', async () => {
    await server.close(0);
    await start({ kind: 'open' }, 20);
    channel.holding = [];
    expect((await post(activity())).status).toBe(200);
    expect(logged.join()).toContain('replies could not be sent');
    expect(await everythingStored()).toContain('1: hello there');
  });

  it.each([
    { entities: null },
    { entities: [null] },
    { entities: [{ type: 'mention', text: 'x' }, { type: 'mention', mentioned: null }, 7] },
    { membersAdded: null, attachments: null },
    { attachments: [{ contentType: null, name: null }] },
  ])('answers a message with %j', async (odd) => {
    expect((await post(activity(odd))).status).toBe(200);
    expect(sentTexts()).toEqual(['1: hello there']);
  });

  it('answers a message without text or id, which some channels write as null', async () => {
    expect((await post(activity({ text: null, id: null }))).status).toBe(200);
    expect(sentTexts()).toEqual(['1: ']);
  });

  it('leaves the mention of somebody else in what is said', async () => {
    const entities = [{ type: 'mention', text: '<at>Sam</at>', mentioned: { id: '29:sam' } }];
    await post(activity({ text: '<at>Sam</at> says no', entities }));
    expect(sentTexts()).toEqual(['1: <at>Sam</at> says no']);
  });

  it('is no skill for another bot', async () => {
    const skill = activity({ channelId: 'emulator', recipient: { id: 'x', role: 'skill' } });
    expect((await post(skill)).status).toBe(400);
  });

  it('answers in the conversation it was asked in, under the channel’s own names', async () => {
    expect((await post(activity())).status).toBe(200);
    const answer = channel.received.find((one) => one.activity.type === 'message');
    expect(answer?.path).toContain(encodeURIComponent('19:meeting_Zm9v@thread.v2'));
    expect(answer?.activity).toMatchObject({
      text: '1: hello there',
      conversation: { id: '19:meeting_Zm9v@thread.v2;messageid=1700000000000' },
      recipient: { id: '29:somebody' },
      replyToId: '1700000000001',
    });
    expect(bot.locales).toEqual(['en-GB']);
  });

  it('handles an activity once that is delivered twice, also at the same instant', async () => {
    await Promise.all([post(activity()), post(activity())]);
    await post(activity());
    await post(activity({ id: '2', text: 'next' }));
    expect(sentTexts()).toEqual(['1: hello there', '2: next']);
  });

  it('answers one message after another, and holds up no other conversation', async () => {
    let second: ReturnType<typeof post> | undefined;
    bot.meanwhile = async () => {
      second = post(activity({ id: '2', text: 'second' }));
      for (const id of ['a', 'b', 'c']) await post(activity({ id, conversation: { id: 'another' } }));
    };
    await post(activity({ text: 'first' }));
    await second;
    const ours = bot.turns.filter((one) => /first|second/.test(one));
    expect(ours).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('greets once, however many are said to have joined', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: '28:signpost' }], text: undefined };
    await post(activity({ ...joined, id: 'a' }));
    await post(activity({ ...joined, id: 'b' }));
    expect(sentTexts()).toEqual(['hello']);
  });

  it('takes the mention out of what is said in a team', async () => {
    await post(
      activity({
        text: '<at>Signpost</at> they said no',
        entities: [{ type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:signpost' } }],
      }),
    );
    expect(sentTexts()).toEqual(['1: they said no']);
  });

  it('tells the person kindly when the bot fails, keeps the state, and repeats none of their words', async () => {
    await post(activity());
    bot.failures.push(new Error('hello there secret'));
    expect((await post(activity({ id: '2' }))).status).toBe(200);
    expect(sentTexts()[1]).toMatch(/^Sorry, /);
    expect(logged.join()).not.toContain('secret');
    await post(activity({ id: '2' }));
    expect(sentTexts()[2]).toBe('2: hello there');
  });

  it('keeps a turn whose replies the channel would not take', async () => {
    channel.status = 403;
    expect((await post(activity())).status).toBe(200);
    channel.status = 200;
    await post(activity({ id: '2', text: 'next' }));
    expect(sentTexts().at(-1)).toBe('2: next');
  });

  it('keeps nobody’s name', async () => {
    await post(activity());
    const stored = await everythingStored();
    expect(stored).toContain('hello there');
    expect(stored).not.toMatch(/Sam Smith|29:somebody|19:meeting/);
  });

  it.each(['typing', 'messageReaction', 'installationUpdate', 'event'])(
    'lets %s pass in silence',
    async (type) => {
      expect((await post(activity({ type }))).status).toBe(200);
      expect(bot.locales).toEqual([]);
    },
  );

  it('says that it has no use for an invoke', async () => {
    expect((await post(activity({ type: 'invoke', name: 'x' }))).status).toBe(501);
  });
});
