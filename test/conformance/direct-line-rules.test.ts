/** Each rule of the Direct Line 3.0 protocol, by plain HTTP and WebSocket. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { stateKey } from '../../src/storage/state-key.ts';
import { call, message, type Opened, openConversation, texts } from './support/http.ts';
import { listen } from './support/listen.ts';
import { COUNCIL_ORIGIN, DIRECT_LINE_SECRET, type Service, startService } from './support/service.ts';

const MINUTE = 60_000;
let folder: string;
let service: Service;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-dl-'));
  service = await startService({ database: `file:${folder}/a.db` });
});
afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

const open = () => openConversation(service.url);
const mint = (headers: Record<string, string> = {}, council = 'dudley') =>
  call(`${service.url}/widget/token`, { body: { council }, headers });
const say = ({ base, token }: Opened, body: unknown) => call(`${base}/activities`, { token, body });
const read = async ({ base, token }: Opened, watermark = '') =>
  (await call(`${base}/activities?watermark=${watermark}`, { token })).body;
const conversations = () => `${service.url}/v3/directline/conversations`;

/** What a browser sends to become a socket, for clients that then misbehave. */
const handshake = (url: URL) =>
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\n` +
  'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

async function refusal(streamUrl: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const socket = new WebSocket(streamUrl, { headers });
  socket.on('error', () => undefined);
  const [, response] = await once(socket, 'unexpected-response');
  return response.statusCode;
}

describe('a token', () => {
  it('is needed: without one the answer is 401', async () => {
    const { base } = await open();
    const answered = await call(`${base}/activities`);
    expect([answered.status, answered.body.error?.code]).toEqual([401, 'MissingToken']);
  });

  it.each(['nonsense', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJjb252IjoieCIsInVzZXIiOiJ5IiwiY291bmNpbCI6bnVsbH0.'])(
    'that we did not sign is refused with 403: %s',
    async (token) => {
      const answered = await call(conversations(), { method: 'POST', token });
      expect([answered.status, answered.body.error?.code]).toEqual([403, 'BadToken']);
    },
  );

  it('that has expired is 403 TokenExpired everywhere, and cannot be refreshed', async () => {
    const opened = await open();
    service.later(30 * MINUTE + 1_000);
    for (const answered of [
      await call(`${opened.base}/activities`, { token: opened.token }),
      await say(opened, message('late')),
      await call(opened.base, { token: opened.token }),
      await call(`${service.url}/v3/directline/tokens/refresh`, { method: 'POST', token: opened.token }),
    ]) {
      expect([answered.status, answered.body.error?.code]).toEqual([403, 'TokenExpired']);
    }
  });

  it('of another conversation is 403 BadToken', async () => {
    const [mine, theirs] = [await open(), await open()];
    for (const path of ['', '/activities']) {
      const answered = await call(`${theirs.base}${path}`, { token: mine.token });
      expect([answered.status, answered.body.error?.code]).toEqual([403, 'BadToken']);
    }
    const posted = await call(`${theirs.base}/activities`, { token: mine.token, body: message('x') });
    expect(posted.status).toBe(403);
    expect(texts((await read(theirs)).activities)).toEqual(['hello']);
  });

  it('for a stream opens nothing else, and the other way round', async () => {
    const opened = await open();
    const stream = new URL(opened.streamUrl);
    const answered = await call(`${opened.base}/activities`, { token: stream.searchParams.get('t') ?? '' });
    expect(answered.body.error?.code).toBe('BadToken');
    stream.searchParams.set('t', opened.token);
    expect(await refusal(stream.href)).toBe(403);
  });

  it('is refreshed for the same conversation and user, and lives on', async () => {
    const opened = await open();
    service.later(20 * MINUTE);
    const { body, status } = await call(`${service.url}/v3/directline/tokens/refresh`, {
      method: 'POST',
      token: opened.token,
    });
    expect([status, body.conversationId, body.expires_in]).toEqual([200, opened.conversationId, 1800]);
    service.later(20 * MINUTE);
    expect((await say({ ...opened, token: body.token }, message('still here'))).status).toBe(200);
  });
});

describe('the door for widgets', () => {
  it('does not know a council that is not loaded', async () => {
    const answered = await mint({}, 'atlantis');
    expect([answered.status, answered.body.error?.code]).toEqual([404, 'UnknownCouncil']);
  });

  it.each([undefined, {}, { council: 7 }, [], { council: '' }])('refuses the body %j', async (body) => {
    const answered = await call(`${service.url}/widget/token`, { method: 'POST', body });
    expect([answered.status, answered.body.error?.code]).toEqual([400, 'BadRequest']);
  });

  it.each([
    'https://evil.example',
    'null',
    'https://www.dudley.gov.uk.evil.example',
    'http://www.dudley.gov.uk',
  ])('is shut to pages of %s', async (origin) => {
    const answered = await mint({ origin });
    expect([answered.status, answered.body.error?.code]).toEqual([403, 'OriginNotAllowed']);
  });

  it("is open to the council's own pages, to ours, and to callers that are no browser", async () => {
    for (const headers of [{ origin: COUNCIL_ORIGIN }, { origin: service.url }, {}]) {
      const { status, body } = await mint(headers as Record<string, string>);
      expect([status, body.expires_in]).toEqual([200, 1800]);
    }
  });

  it('gives every caller a conversation of its own', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await mint()).body.conversationId));
    expect(new Set(ids).size).toBe(5);
  });

  it('answers 429 to one address that asks too often, and again a minute later', async () => {
    const answers = await Promise.all(Array.from({ length: 121 }, () => mint()));
    const refused = answers.filter((one) => one.status !== 200);
    expect(refused.map((one) => one.body.error?.code)).toEqual(['TooManyRequests']);
    service.later(MINUTE);
    expect((await mint()).status).toBe(200);
  });

  it("lets a council's page read the answer, and asks first as browsers do", async () => {
    const preflight = await call(`${service.url}/widget/token`, {
      method: 'OPTIONS',
      headers: { origin: COUNCIL_ORIGIN, 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      COUNCIL_ORIGIN,
    ]);
    expect((await mint({ origin: COUNCIL_ORIGIN })).headers.get('access-control-allow-origin')).toBe(
      COUNCIL_ORIGIN,
    );
  });
});

describe('tokens/generate', () => {
  const generate = (token: string, body?: unknown) =>
    call(`${service.url}/v3/directline/tokens/generate`, { method: 'POST', token, body });

  it('refuses a wrong secret, and any secret when none is set', async () => {
    expect((await generate('wrong')).status).toBe(403);
    await service.stop();
    service = await startService({ database: `file:${folder}/a.db`, directLineSecret: null });
    expect((await generate(encodeURIComponent(DIRECT_LINE_SECRET))).status).toBe(403);
  });

  it('does not start the conversation or wake the bot', async () => {
    await service.stop();
    const secret = 'a-secret-of-thirty-two-characters';
    service = await startService({ database: `file:${folder}/a.db`, directLineSecret: secret });
    expect((await generate(secret, { council: 'atlantis' })).body.error?.code).toBe('UnknownCouncil');
    const { body, status } = await generate(secret, {
      council: 'dudley',
      user: { id: 'dl_parent' },
      trustedOrigins: ['https://web.chat'],
    });
    expect([status, body.expires_in]).toEqual([200, 1800]);
    expect(service.bot.locales).toEqual([]);
    const answered = await call(`${conversations()}/${body.conversationId}/activities`, {
      token: body.token,
    });
    expect([answered.status, answered.body.error?.code]).toEqual([404, 'ConversationNotFound']);
    const { status: started } = await call(conversations(), {
      method: 'POST',
      token: body.token,
      headers: { origin: 'https://web.chat' },
    });
    expect(started).toBe(201);
    const stranger = await call(conversations(), {
      method: 'POST',
      token: body.token,
      headers: { origin: 'https://evil.example' },
    });
    expect(stranger.body.error?.code).toBe('OriginNotAllowed');
  });
});

describe('opening a conversation', () => {
  it('greets once, however often and however much at once it is asked', async () => {
    const { token } = (await mint()).body;
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => call(conversations(), { method: 'POST', token })),
    );
    expect(opened.map((one) => one.status).sort()).toEqual([200, 200, 200, 201]);
    const { conversationId } = opened[0]?.body ?? { conversationId: '' };
    const { body } = await call(`${conversations()}/${conversationId}/activities`, { token });
    expect(texts(body.activities)).toEqual(['hello']);
  });

  it('lets a family in when the greeting fails, and greets next time', async () => {
    service.bot.failures.push(new Error('no'));
    const opened = await open();
    expect(texts((await read(opened)).activities)).toEqual([]);
    expect((await say(opened, message('help'))).status).toBe(200);
    expect((await call(conversations(), { method: 'POST', token: opened.token })).status).toBe(200);
    expect(texts((await read(opened)).activities)).toEqual(['help', '1: help', 'hello']);
  });
});

describe('an activity', () => {
  it.each([
    undefined,
    {},
    [],
    'text',
    { type: 'conversationUpdate' },
    { type: 'invoke' },
    { type: 'handoff' },
    { type: 'message', text: 7 },
    { type: 'message', attachments: 'x' },
  ])('%j is refused with 400', async (body) => {
    const opened = await open();
    const answered = await call(`${opened.base}/activities`, { method: 'POST', token: opened.token, body });
    expect([answered.status, answered.body.error?.code]).toEqual([400, 'BadRequest']);
  });

  it('of 10,000 characters passes and of one more is too large', async () => {
    const opened = await open();
    expect((await say(opened, message('é'.repeat(10_000)))).status).toBe(200);
    expect((await say(opened, message('😀'.repeat(10_000)))).status).toBe(200);
    const answered = await say(opened, message('é'.repeat(10_001)));
    expect([answered.status, answered.body.error?.code]).toEqual([413, 'BodyTooLarge']);
  });

  it('speaks for the user in its token, in this conversation, in English dates, whatever it claims', async () => {
    const opened = await open();
    await say(opened, {
      ...message('x', 'c1'),
      id: 'mine',
      from: { id: 'somebody-else', name: 'Sam', email: 'sam@home.example', role: 'bot' },
      conversation: { id: 'another' },
      recipient: { id: 'x' },
      serviceUrl: 'https://evil.example',
      channelId: 'msteams',
      locale: 'en-US',
      timestamp: '1999-01-01T00:00:00Z',
      channelData: { clientActivityID: 'c1', nested: { kept: [1, null, 'é'] } },
    });
    const [, said] = (await read(opened)).activities;
    expect(said).toMatchObject({
      id: `${opened.conversationId}|0000002`,
      from: { id: expect.stringMatching(/^dl_/), name: '', role: 'user' },
      conversation: { id: opened.conversationId },
      channelId: 'directline',
      locale: 'en-GB',
      channelData: { clientActivityID: 'c1', nested: { kept: [1, null, 'é'] } },
    });
    expect(JSON.stringify(await read(opened))).not.toMatch(/Sam|sam@/);
    expect(String(said?.timestamp)).not.toContain('1999');
    expect(service.bot.locales).toEqual(['en-GB', 'en-GB']);
  });

  it('of more than 16 kB beside its text is too large, whatever holds it', async () => {
    const opened = await open();
    const much = 'x'.repeat(17_000);
    for (const more of [
      { channelData: much },
      { value: { much } },
      { [much]: 1 },
      { attachments: [{ much }] },
    ]) {
      const answered = await say(opened, { ...message('hi'), ...more });
      expect([answered.status, answered.body.error?.code]).toEqual([413, 'BodyTooLarge']);
    }
    const fits = { ...message('é'.repeat(10_000)), channelData: 'x'.repeat(15_000) };
    expect((await say(opened, fits)).status).toBe(200);
  });

  it('is the last of its minute when three hundred came before, and that of this conversation alone', async () => {
    const [mine, theirs] = [await open(), await open()];
    for (let n = 0; n < 300; n++) expect((await say(mine, { type: 'typing' })).status).toBe(200);
    const answered = await say(mine, message('one more'));
    expect([answered.status, answered.body.error?.code]).toEqual([429, 'TooManyRequests']);
    expect((await say(theirs, message('me too'))).status).toBe(200);
    service.later(MINUTE);
    expect((await say(mine, message('one more'))).status).toBe(200);
  });

  it('ends the conversation when ten thousand are kept, but is known again if it was one of them', async () => {
    const opened = await open();
    const first = await say(opened, message('first', 'first'));
    for (const length of [1_997, 2_000, 2_000, 2_000, 2_000]) {
      await service.says(opened.conversationId, ...Array.from({ length }, () => 'x'));
    }
    const answered = await say(opened, message('one too many'));
    expect([answered.status, answered.body.error?.code]).toEqual([409, 'ConversationEnded']);
    expect((await say(opened, message('first', 'first'))).body.id).toBe(first.body.id);
  });

  it('with a picture is passed on without the data of the picture', async () => {
    const opened = await open();
    await say(opened, {
      ...message('look'),
      attachments: [
        {
          contentType: 'image/png',
          name: 'letter.png',
          contentUrl: `data:image/png;base64,${'A'.repeat(5_000)}`,
        },
        { contentType: 'image/png', contentUrl: 'https://example.org/a.png' },
      ],
    });
    const [, said] = (await read(opened)).activities;
    expect(said?.attachments).toEqual([
      { contentType: 'image/png', name: 'letter.png' },
      { contentType: 'image/png', contentUrl: 'https://example.org/a.png' },
    ]);
  });

  it('that the bot cannot take leaves nothing behind, and no word of it in the answer or the log', async () => {
    const opened = await open();
    service.bot.failures.push(new TypeError('my lad cries every morning'));
    const answered = await say(opened, message('my lad cries every morning', 'id-1'));
    expect([answered.status, answered.body.error?.code]).toEqual([502, 'BotRejectedActivity']);
    expect(JSON.stringify(answered.body)).not.toContain('cries');
    expect(service.logged.join()).toContain('TypeError');
    expect(service.logged.join()).not.toContain('cries');
    expect(texts((await read(opened)).activities)).toEqual(['hello']);
    expect((await say(opened, message('my lad cries every morning', 'id-1'))).status).toBe(200);
    expect(texts((await read(opened)).activities)).toHaveLength(3);
  });

  it('is answered in its turn, however many come at the same instant', async () => {
    const opened = await open();
    const words = Array.from({ length: 12 }, (_, n) => `word ${n}`);
    const answers = await Promise.all(words.map((word) => say(opened, message(word, word))));
    expect(answers.map((one) => one.status)).toEqual(words.map(() => 200));
    const [, ...said] = texts((await read(opened)).activities).map(String);
    expect(said.filter((_, n) => n % 2 === 0).sort()).toEqual([...words].sort());
    expect(said.filter((_, n) => n % 2 === 1)).toEqual(
      said.filter((_, n) => n % 2 === 0).map((word, n) => `${n + 1}: ${word}`),
    );
  });

  it('is refused with 429 while twenty others wait, and taken afterwards', async () => {
    const opened = await open();
    let answers: Awaited<ReturnType<typeof say>>[] = [];
    let rest: Promise<unknown> = Promise.resolve();
    service.bot.meanwhile = async () => {
      const more = Array.from({ length: 22 }, (_, n) => say(opened, message(`${n}`, `${n}`)));
      rest = Promise.all(more).then((all) => {
        answers = all;
      });
      // Settles while this turn still runs, because a refusal does not wait for it.
      await Promise.race(more);
    };
    await say(opened, message('first'));
    await rest;
    const refused = answers.filter((one) => one.status !== 200);
    expect(new Set(refused.map((one) => one.body.error?.code))).toEqual(new Set(['TooManyRequests']));
    for (const one of refused) expect(one.status).toBe(429);
    expect((await say(opened, message('later'))).status).toBe(200);
  });

  it('waits until the one before it is answered, and holds up no other conversation', async () => {
    const [mine, theirs] = [await open(), await open()];
    let second: ReturnType<typeof say> | undefined;
    service.bot.meanwhile = async () => {
      second = say(mine, message('second'));
      // Whole turns of another conversation: time enough for the second to overtake, were it let.
      for (const text of ['a', 'b', 'c']) await say(theirs, message(text));
    };
    await say(mine, message('first'));
    await second;
    const ours = service.bot.turns.filter((one) => /first|second/.test(one));
    expect(ours).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('that comes five times at the same instant is answered once, and each time with its id', async () => {
    const opened = await open();
    const answers = await Promise.all(Array.from({ length: 5 }, () => say(opened, message('once', 'same'))));
    expect(new Set(answers.map((one) => `${one.status} ${one.body.id}`)).size).toBe(1);
    expect(texts((await read(opened)).activities)).toEqual(['hello', 'once', '1: once']);
  });

  it('is decided again when the state changed under the turn, and answered once', async () => {
    const opened = await open();
    const key = stateKey(opened.conversationId, 'count');
    service.bot.meanwhile = async () => {
      await service.storage.transaction((tx) => tx.saveState(key, 41, 0));
    };
    expect((await say(opened, message('hi'))).status).toBe(200);
    expect(texts((await read(opened)).activities)).toEqual(['hello', 'hi', '42: hi']);
  });

  it.each(['typing', 'event'])('of type %s is accepted and neither kept nor answered', async (type) => {
    const opened = await open();
    const answered = await say(opened, { type, name: 'webchat/join', from: { id: 'x' } });
    expect([answered.status, answered.body.id === '']).toEqual([200, false]);
    expect(texts((await read(opened)).activities)).toEqual(['hello']);
  });

  it('of type typing never uses up a place in the conversation, however long somebody types', async () => {
    const opened = await open();
    const before = await read(opened);
    for (let n = 0; n < 50; n++) expect((await say(opened, { type: 'typing' })).status).toBe(200);
    expect(await read(opened)).toMatchObject({ watermark: before.watermark });
    const rows = await service.storage.read((tx) => tx.activitiesAfter(opened.conversationId, 0, 100));
    expect(rows).toHaveLength(1);
  });

  it('that ends the conversation from the family side is the last one', async () => {
    const opened = await open();
    expect((await say(opened, { type: 'endOfConversation' })).status).toBe(200);
    const answered = await say(opened, message('one more'));
    expect([answered.status, answered.body.error?.code]).toEqual([409, 'ConversationEnded']);
  });

  it('sent again after the conversation has ended is still known', async () => {
    const opened = await open();
    const first = await say(opened, message('bye', 'last'));
    const again = await say(opened, message('bye', 'last'));
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  });

  it('to a conversation that was never opened is 404', async () => {
    const { token, conversationId } = (await mint()).body;
    const answered = await call(`${conversations()}/${conversationId}/activities`, {
      token,
      body: message('x'),
    });
    expect([answered.status, answered.body.error?.code]).toEqual([404, 'ConversationNotFound']);
  });

  it('nested deeper than any machine can follow does not end the service', async () => {
    const opened = await open();
    const raw = `{"type":"message","channelData":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const answered = await call(`${opened.base}/activities`, { token: opened.token, raw });
    expect(answered.body.error?.code).toMatch(/BadRequest|BadJson|BotRejectedActivity/);
    expect((await say(opened, message('still here'))).status).toBe(200);
    expect(texts((await read(opened)).activities)).toEqual(['hello', 'still here', '1: still here']);
  });

  it('cannot be a file', async () => {
    const { base, token } = await open();
    const answered = await call(`${base}/upload?userId=x`, {
      token,
      raw: 'bytes',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([answered.status, answered.body.error?.code]).toEqual([415, 'NoUploads']);
  });
});

describe('forgetting', () => {
  it('leaves the answer, no word of before, and a watermark that goes on', async () => {
    const opened = await open();
    await say(opened, message('my lad cries'));
    const before = await read(opened);
    const from = { id: 'x', name: 'Sam Smith', email: 'sam@home.example' };
    const asked = await say(opened, { ...message('forget', 'Sam wants out'), from });
    const after = await read(opened, before.watermark);
    expect(after.activities).toMatchObject([{ type: 'event', name: 'forgotten' }, { text: 'deleted' }]);
    expect(Number(after.watermark)).toBeGreaterThan(Number(before.watermark));
    const rows = await service.storage.transaction((tx) => tx.activitiesAfter(opened.conversationId, 0, 100));
    expect(JSON.stringify(rows)).not.toMatch(/cries|Sam|sam@/);
    expect((await say(opened, message('forget', 'Sam wants out'))).body.id).toBe(asked.body.id);
    expect((await say(opened, message('hi'))).status).toBe(200);
    expect(texts((await read(opened)).activities).at(-1)).toBe('1: hi');
  });
});

describe('reading', () => {
  it.each(['null', 'undefined', '-1', '1e9', 'x', '%00', '99999999999999999999'])(
    'with the watermark %s starts at the beginning instead of failing',
    async (watermark) => {
      const opened = await open();
      expect(texts((await read(opened, watermark)).activities)).toEqual(['hello']);
    },
  );

  it.each(['99', '999999999999999'])(
    'with the watermark %s, beyond the end, goes on at the end and misses nothing that comes',
    async (watermark) => {
      const opened = await open();
      expect(await read(opened, watermark)).toMatchObject({ activities: [], watermark: '1' });
      const { token } = opened;
      const { streamUrl } = (await call(`${opened.base}?watermark=${watermark}`, { token })).body;
      const { socket, activities, until } = listen(streamUrl);
      await once(socket, 'open');
      await say(opened, message('a'));
      await until(() => texts(activities).includes('1: a'));
      expect(texts(activities.filter((one) => one.type !== 'typing'))).toEqual(['a', '1: a']);
      socket.close();
    },
  );

  it('gives pages of a megabyte at most, and an activity that is larger by itself', async () => {
    const opened = await open();
    const lengths = [400_000, 400_000, 400_000, 1_200_000, 10];
    await service.says(opened.conversationId, ...lengths.map((length) => 'x'.repeat(length)));
    const pages: number[][] = [];
    for (let watermark = '1'; ; ) {
      const page = await read(opened, watermark);
      if (page.activities.length === 0) break;
      pages.push(page.activities.map((one) => String(one.text).length));
      watermark = page.watermark;
    }
    expect(pages).toEqual([[400_000, 400_000], [400_000], [1_200_000], [10]]);
  });

  it('goes page by page to the end, and a watermark at the end stays', async () => {
    const opened = await open();
    const { conversationId } = opened;
    await service.says(conversationId, ...Array.from({ length: 250 }, (_, n) => `${n}`));
    const all: unknown[] = [];
    let watermark = '';
    for (;;) {
      const page = await read(opened, watermark);
      expect(Number(page.watermark)).toBeGreaterThanOrEqual(Number(watermark));
      watermark = page.watermark;
      if (page.activities.length === 0) break;
      all.push(...texts(page.activities));
    }
    expect(all).toEqual(['hello', ...Array.from({ length: 250 }, (_, n) => `${n}`)]);
    expect((await read(opened, watermark)).watermark).toBe(watermark);
  });
});

describe('the socket', () => {
  it('is refused without its token, after a minute, for another conversation, and to strange pages', async () => {
    const [mine, theirs] = [await open(), await open()];
    const other = mine.streamUrl.replace(mine.conversationId, theirs.conversationId);
    expect(await refusal(other)).toBe(403);
    expect(await refusal(mine.streamUrl.replace(/\?.*/, ''))).toBe(403);
    expect(await refusal(mine.streamUrl, { origin: 'https://evil.example' })).toBe(403);
    service.later(MINUTE + 1_000);
    expect(await refusal(mine.streamUrl)).toBe(403);
  });

  it.each(['/', '/v3/directline/conversations/x/activities', '/%zz/stream', '//'])(
    'is refused at %s',
    async (path) => {
      expect(await refusal(`${service.url.replace('http', 'ws')}${path}`)).toBe(404);
      expect((await call(`${service.url}/health/live`)).status).toBe(200);
    },
  );

  it('replays from the watermark of a reconnect, and nothing old without one', async () => {
    const opened = await open();
    await say(opened, message('a'));
    const { token } = opened;
    const withMark = (await call(`${opened.base}?watermark=1`, { token })).body;
    const without = (await call(opened.base, { token })).body;
    const replayed = listen(withMark.streamUrl);
    const fresh = listen(without.streamUrl);
    await Promise.all([once(replayed.socket, 'open'), once(fresh.socket, 'open')]);
    await say(opened, message('b'));
    await replayed.until(() => texts(replayed.activities).includes('2: b'));
    await fresh.until(() => texts(fresh.activities).includes('2: b'));
    const lasting = (one: Record<string, unknown>) => one.type !== 'typing';
    expect(texts(replayed.activities.filter(lasting))).toEqual(['a', '1: a', 'b', '2: b']);
    expect(texts(fresh.activities.filter(lasting))).toEqual(['b', '2: b']);
    expect(replayed.frames.at(-1)?.watermark).toBe('5');
    replayed.socket.close();
    fresh.socket.close();
  });

  it('of a conversation that does not exist cannot be had', async () => {
    const { token, conversationId } = (await mint()).body;
    const answered = await call(`${conversations()}/${conversationId}`, { token });
    expect([answered.status, answered.body.error?.code]).toEqual([404, 'ConversationNotFound']);
  });

  it('is closed to a client that sends more than empty frames should hold', async () => {
    const { streamUrl } = await open();
    const { socket } = listen(streamUrl);
    await once(socket, 'open');
    socket.send('');
    socket.send('x'.repeat(5_000));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });

  it('takes a long history page by page, beside a client that reads nothing', async () => {
    const opened = await open();
    const url = new URL(opened.streamUrl);
    const deaf = connect(Number(url.port), url.hostname);
    deaf.write(handshake(url));
    await once(deaf, 'data');
    deaf.pause();
    const long = 'x'.repeat(5_000);
    await service.says(opened.conversationId, ...Array.from({ length: 450 }, (_, n) => `${n} ${long}`));
    const { socket, activities, until } = listen(opened.streamUrl);
    await until(() => activities.length >= 451);
    expect(texts(activities).slice(1)).toEqual(Array.from({ length: 450 }, (_, n) => `${n} ${long}`));
    socket.close();
    deaf.destroy();
  });

  it('is closed when eight newer ones stand beside it, also when others never say goodbye', async () => {
    const { streamUrl } = await open();
    const url = new URL(streamUrl);
    const join = async () => {
      const socket = connect(Number(url.port), url.hostname);
      let heard = Buffer.alloc(0);
      socket.on('data', (data) => {
        heard = Buffer.concat([heard, Buffer.from(data)]);
      });
      socket.write(handshake(url));
      await once(socket, 'data');
      // A frame that says goodbye with the code 1008, and is never answered.
      const dismissed = async () => {
        while (!heard.includes(Buffer.from([0x88, 0x02, 0x03, 0xf0]))) await once(socket, 'data');
      };
      return { socket, dismissed };
    };
    const all: Awaited<ReturnType<typeof join>>[] = [];
    for (let n = 0; n < 10; n++) all.push(await join());
    await all[0]?.dismissed();
    await all[1]?.dismissed();
    for (const { socket } of all) socket.destroy();
  });

  it('whose client never says goodbye does not keep the service from stopping', async () => {
    const { streamUrl } = await open();
    const url = new URL(streamUrl);
    const silent = connect(Number(url.port), url.hostname);
    silent.write(handshake(url));
    await once(silent, 'data');
    await service.stop();
    await once(silent, 'close');
    service = await startService({ database: `file:${folder}/a.db` });
  });

  it('carries typing without a watermark, so that nothing is skipped for it', async () => {
    const opened = await open();
    const { socket, frames, activities, until } = listen(opened.streamUrl);
    await once(socket, 'open');
    await until(() => texts(activities).includes('hello'));
    await say(opened, message('a'));
    await until(() => texts(activities).includes('1: a'));
    const typing = frames.find((one) => one.activities.some((activity) => activity.type === 'typing'));
    expect(typing).toBeDefined();
    expect(typing?.watermark).toBeUndefined();
    socket.close();
  });

  it('carries the typing of an adviser in their name, and keeps none of it', async () => {
    const opened = await open();
    const { socket, activities, until } = listen(opened.streamUrl);
    await once(socket, 'open');
    const { conversationId } = opened;
    service.feed.publish({ type: 'typing', conversationId, who: 'adviser', name: 'Asha' });
    service.feed.publish({ type: 'typing', conversationId, who: 'family', name: '' });
    await until(() => activities.some(({ type }) => type === 'typing'));
    const typed = activities.filter(({ type }) => type === 'typing');
    expect(typed).toMatchObject([
      { from: { id: 'adviser', name: 'Asha' }, conversation: { id: conversationId } },
    ]);
    expect((await read(opened)).watermark).toBe('1');
    socket.close();
  });
});
