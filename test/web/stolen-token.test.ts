/** A token that was got at our own page is worth nothing in any other browser. */
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Service, startService } from '../browser/support/service.ts';
import { call } from '../conformance/support/http.ts';

const OURS = 'my lad cries every morning';
const OTHER = '__Host-signpost=00000000-0000-0000-0000-000000000000';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

interface Page {
  readonly token: string;
  readonly cookie: string;
  readonly given: string;
}

async function openPage(headers: Record<string, string> = {}): Promise<Page> {
  const page = await fetch(`${service.url}/chat?council=dudley`, { headers });
  const given = page.headers.get('set-cookie') ?? '';
  const token = /name="chat" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { token, given, cookie: given.split(';')[0] ?? '' };
}

const direct = (path: string) => `${service.url}/v3/directline/${path}`;
const form = async (fields: Record<string, string>, cookie = '', path = '/chat?council=dudley') => {
  const headers = { cookie };
  const answered = await fetch(service.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  });
  return { status: answered.status, headers: answered.headers, html: await answered.text() };
};
const refusal = async (streamUrl: string, headers: Record<string, string>) => {
  const socket = new WebSocket(streamUrl, { headers });
  socket.on('error', () => undefined);
  const [, response] = await once(socket, 'unexpected-response');
  return response.statusCode;
};

describe('a token of our own page', () => {
  let mine: Page;
  let token: string;
  let conversation: string;
  let streamUrl: string;
  beforeEach(async () => {
    mine = await openPage();
    const { body } = await call(direct('conversations'), {
      method: 'POST',
      token: mine.token,
      headers: { cookie: mine.cookie },
    });
    ({ token, streamUrl } = body);
    conversation = body.conversationId;
    const said = await call(direct(`conversations/${conversation}/activities`), {
      token,
      body: { type: 'message', text: OURS },
      headers: { cookie: mine.cookie },
    });
    expect(said.status).toBe(200);
  });

  const calls: [string, () => [path: string, body?: unknown]][] = [
    ['reads', () => [`conversations/${conversation}/activities`]],
    ['posts', () => [`conversations/${conversation}/activities`, { type: 'message', text: 'x' }]],
    ['is refreshed', () => ['tokens/refresh', {}]],
    ['reconnects', () => [`conversations/${conversation}`]],
    ['opens', () => ['conversations', {}]],
    ['uploads', () => [`conversations/${conversation}/upload`, {}]],
  ];
  test.each(calls)('%s only with the cookie of its browser', async (name, what) => {
    const [path, body] = what();
    for (const cookie of ['', OTHER, 'signpost=x', `${mine.cookie}x`]) {
      for (const stolen of [token, mine.token]) {
        const answered = await call(direct(path), { token: stolen, body, headers: { cookie } });
        expect([answered.status, answered.body.error?.code]).toEqual([403, 'OtherBrowser']);
      }
    }
    const rightly = await call(direct(path), {
      token,
      body,
      headers: { cookie: `other=1; ${mine.cookie}; more=2` },
    });
    expect(rightly.status).toBe(name === 'uploads' ? 415 : 200);
  });

  test('streams only with the cookie of its browser', async () => {
    expect(await refusal(streamUrl, {})).toBe(403);
    expect(await refusal(streamUrl, { cookie: OTHER })).toBe(403);
    const socket = new WebSocket(streamUrl, { headers: { cookie: mine.cookie } });
    await once(socket, 'open');
    socket.close();
  });

  test('in the form shows and says nothing of that conversation', async () => {
    for (const cookie of ['', OTHER]) {
      const { html } = await form({ chat: token, id: '1', begun: '1', text: 'show me' }, cookie);
      expect(html).toContain('show me');
      expect(html).not.toContain(OURS);
    }
    const rightly = await form({ chat: token, id: '1', begun: '1', text: 'thank you' }, mine.cookie);
    expect(rightly.html).toContain(OURS);
    expect(rightly.html).not.toContain('show me');
  });

  test('gives no calendar to another browser', async () => {
    const fields = { chat: token, calendar: `${conversation}|0000003 2027-01-12` };
    expect((await form(fields, '', '/chat/calendar')).status).toBe(403);
    expect((await form(fields, mine.cookie, '/chat/calendar')).status).toBe(404);
  });

  test('is refreshed with the cookie, which then lives on too', async () => {
    const refreshed = await call(direct('tokens/refresh'), {
      token,
      body: {},
      headers: { cookie: mine.cookie },
    });
    expect(refreshed.headers.get('set-cookie')).toBe(mine.given);
    const stolen = await call(direct('tokens/refresh'), { token: refreshed.body.token, body: {} });
    expect(stolen.body.error?.code).toBe('OtherBrowser');
  });
});

describe('the cookie', () => {
  test('is out of reach of scripts, for this host alone, and kept apart for each site', async () => {
    const { given } = await openPage();
    expect(given).toMatch(/^__Host-signpost=[\w-]{36}; Path=\/; Max-Age=86400; /);
    expect(given).toContain('Secure; HttpOnly; SameSite=None; Partitioned');
  });

  test('is the same for every page of one browser, and another for every browser', async () => {
    const first = await openPage();
    expect((await openPage({ cookie: first.cookie })).given).toBe(first.given);
    expect((await openPage()).given).not.toBe(first.given);
  });

  test('is taken back when the family leaves, and by no form of another site', async () => {
    const leave = (type: string) =>
      fetch(`${service.url}/chat/leave`, { method: 'POST', body: '{}', headers: { 'content-type': type } });
    const left = await leave('application/json');
    expect(left.status).toBe(204);
    expect(left.headers.get('set-cookie')).toContain('__Host-signpost=; Path=/; Max-Age=0; Secure;');
    expect((await leave('text/plain')).headers.get('set-cookie')).toBeNull();
    const asked = await fetch(`${service.url}/chat/leave`, { method: 'OPTIONS' });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('is given by nothing but the chat', async () => {
    for (const path of ['/', '/widget.js', '/contacts?council=dudley', '/widget/icon.svg', '/health/live']) {
      expect((await fetch(service.url + path)).headers.get('set-cookie'), path).toBeNull();
    }
    const { headers } = await call(`${service.url}/widget/token`, { body: { council: 'dudley' } });
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('a browser that keeps no cookies', () => {
  test('is given a token by the widget that belongs to no browser', async () => {
    const { body } = await call(`${service.url}/widget/token`, { body: { council: 'dudley' } });
    const opened = await call(direct('conversations'), { method: 'POST', token: body.token });
    expect(opened.status).toBe(201);
  });

  test('goes on in one conversation with the form alone, and is not told that it was closed', async () => {
    const { token } = await openPage();
    const first = await form({ chat: token, id: '1', begun: '', text: OURS });
    expect(first.html).not.toContain('Your earlier chat was closed');
    expect(first.headers.get('set-cookie')).toBeNull();
    const next = /name="chat" value="([^"]+)"/.exec(first.html)?.[1] ?? '';
    const second = await form({ chat: next, id: '2', begun: '1', text: 'thank you' });
    expect(second.html).toContain(OURS);
    expect(second.html).not.toContain('Your earlier chat was closed');
  });

  test('that lost its cookie in the middle is told, and its words are kept', async () => {
    const { token, cookie } = await openPage();
    const first = await form({ chat: token, id: '1', begun: '', text: OURS }, cookie);
    const next = /name="chat" value="([^"]+)"/.exec(first.html)?.[1] ?? '';
    const second = await form({ chat: next, id: '2', begun: '1', text: 'are you there' });
    expect(second.html).toContain('Your earlier chat was closed');
    expect(second.html).toContain('are you there');
    expect(second.html).not.toContain(OURS);
  });
});
