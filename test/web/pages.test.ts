/** What the pages promise before any script runs: their policy, who may frame them, whom they listen to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Service, startService } from '../browser/support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(service.url + path, { method: 'POST', body: new URLSearchParams(fields), headers });
/** The chat as a browser holds it: the token in the page, and the cookie that came with it. */
async function openChat() {
  const page = await get('/chat?council=dudley');
  const chat = /name="chat" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { chat, cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

describe('the policy', () => {
  test.each(['/', '/chat?council=dudley', '/chat', '/contacts?council=dudley'])(
    'of %s lets nothing inline and nothing foreign in',
    async (path) => {
      const csp = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("script-src 'self'");
      expect(csp).not.toMatch(/unsafe|\*|data:|https:\s/);
    },
  );

  test('of the chat refuses to turn text into markup, and is framed by that council alone', async () => {
    const csp = (await get('/chat?council=dudley')).headers.get('content-security-policy') ?? '';
    expect(csp).toContain("require-trusted-types-for 'script'");
    expect(csp).toMatch(/frame-ancestors 'self' https:\/\/www\.dudley\.gov\.uk https:\/\/dudleyci\.co\.uk$/);
    const national = (await get('/chat')).headers.get('content-security-policy') ?? '';
    expect(national).toMatch(/frame-ancestors 'self'$/);
  });

  test('there is only one of it', async () => {
    expect((await get('/chat')).headers.get('content-security-policy')?.match(/default-src/g)).toHaveLength(
      1,
    );
  });
});

describe('a page of a council', () => {
  test('has its colours, its title and its place', async () => {
    const html = await (await get('/chat?council=dudley')).text();
    expect(html).toContain('--main:#4b2a6b');
    expect(html).toContain('<h1>Help with SEND in Dudley</h1>');
    expect(html).toContain('Hello. This is Signpost for Dudley.');
  });
  test('that nobody loaded is not there', async () => {
    for (const path of ['/chat', '/contacts', '/']) {
      expect((await get(`${path}?council=atlantis"><script>`)).status).toBe(404);
    }
    const html = await (await get('/chat?council=atlantis')).text();
    expect(html).toContain('No council of that name is loaded.');
    expect(html).toContain('href="/contacts"');
  });
  test('is not kept by anybody, while its contacts may be shown when we are down', async () => {
    expect((await get('/chat?council=dudley')).headers.get('cache-control')).toBe('no-store');
    expect((await get('/contacts?council=dudley')).headers.get('cache-control')).toContain('stale-if-error');
  });
  test('may be loaded by other sites only as far as the launcher goes', async () => {
    expect((await get('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await get('/contacts')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('the form', () => {
  test('of another site is not listened to', async () => {
    const answered = await post(
      '/chat?council=dudley',
      { text: 'hello' },
      { origin: 'https://evil.example' },
    );
    expect(answered.status).toBe(403);
  });
  test('with a token that is none begins anew and shows nobody else’s words', async () => {
    const answered = await post('/chat?council=dudley', { text: 'hello', chat: 'nonsense', id: '1' });
    const html = await answered.text();
    expect(html).toContain('Hello. Tell me in your own words');
    expect(html.match(/class="family"/g)).toHaveLength(1);
  });
  test('shows the conversation with one council under no other', async () => {
    const { chat, cookie } = await openChat();
    await post('/chat?council=dudley', { text: 'my own words', chat, id: '1' }, { cookie });
    const again = await post('/chat?council=dudley', { text: 'hello', chat, id: '2' }, { cookie });
    expect(await again.text()).toContain('my own words');
    const html = await (
      await post('/chat?council=leicester', { text: 'hello', chat, id: '3' }, { cookie })
    ).text();
    expect(html).toContain('for Leicester');
    expect(html).not.toContain('my own words');
  });
  test('never echoes markup', async () => {
    const { chat, cookie } = await openChat();
    const text = '"><script>alert(1)</script>';
    const html = await (await post('/chat?council=dudley', { text, chat, id: '1' }, { cookie })).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
  test('gives no calendar of a conversation to whoever has not its token', async () => {
    const calendar = 'x|0000004 2027-01-12';
    expect((await post('/chat/calendar', { calendar, chat: '' })).status).toBe(403);
    const { chat, cookie } = await openChat();
    expect((await post('/chat/calendar', { calendar, chat }, { cookie })).status).toBe(404);
  });
  test('that holds words and a secret is not packed', async () => {
    const answered = await post('/chat', { text: 'hello', chat: '', id: '1' }, { 'accept-encoding': 'gzip' });
    expect(answered.headers.get('content-encoding')).toBeNull();
  });
});
