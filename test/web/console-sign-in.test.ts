/** The sign-in with a built-in account: its page, its cookie, and what a stranger can do with it. */
import { scryptSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdviserRow } from '../../src/storage/contract/advisers.ts';
import { type ConsoleService, startConsole } from './support/console.ts';

const PASSWORD = 'correct horse battery';
/** Of the same kind as a real one, and quick to check. */
const salt = Buffer.alloc(16, 7);
const key = scryptSync(PASSWORD, salt, 32, { N: 1024, r: 8, p: 1 });
const passwordHash = `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
let service: ConsoleService;
let sam: AdviserRow;
beforeEach(async () => {
  service = await startConsole({ proxyHops: 1 });
  sam = await service.adviser('Sam', { passwordHash });
});
afterEach(() => service.stop());

const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
  service.post('/console/sign-in', new URLSearchParams({ login, password }), '', headers);
const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? '';

describe('nobody comes in', () => {
  test('with a wrong password, an unknown login, or a disabled account, and cannot tell which', async () => {
    await service.adviser('Gone', { passwordHash, disabled: true });
    await service.adviser('Oidc', { login: null, subject: 'https://idp|1' });
    const pages: string[] = [];
    for (const [login, password] of [
      ['sam@example.org', 'wrong'],
      ['nobody@example.org', PASSWORD],
      ['gone@example.org', PASSWORD],
      ['not an address', PASSWORD],
      ['', ''],
    ] as const) {
      const answered = await signIn(login, password);
      expect(answered.status).toBe(401);
      expect(cookieOf(answered)).toBe('');
      pages.push((await answered.text()).replace(/value="[^"]*"/, ''));
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('This e-mail address and password do not belong together.');
  });
  test('from another site’s form', async () => {
    const sites: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of sites) {
      const answered = await signIn('sam@example.org', PASSWORD, headers);
      expect(answered.status).toBe(403);
      expect(cookieOf(answered)).toBe('');
      expect(await answered.text()).toContain('Sign in for advisers');
    }
  });
  test.each([{}, { login: 'sam@example.org' }, { login: 'sam@example.org', password: 'x'.repeat(1_001) }])(
    'with a form that is none: %j',
    async (fields) => {
      const answered = await service.post(
        '/console/sign-in',
        new URLSearchParams(fields as Record<string, string>),
      );
      expect(answered.status).toBe(400);
    },
  );
  test('by trying: one address may fail ten times at a login and thirty times in all', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++)
      statuses.push((await signIn('sam@example.org', `wrong ${n}`, from('203.0.113.1'))).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    // Each try after the first five had to wait, longer and longer.
    expect(service.waits).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    expect((await signIn('sam@example.org', PASSWORD, from('203.0.113.1'))).status).toBe(429);
    // The owner, from elsewhere, waits for some seconds and is let in.
    const owner = await signIn('sam@example.org', PASSWORD, from('198.51.100.7'));
    expect(owner.status).toBe(303);
    expect(service.waits.at(-1)).toBe(8_000);
    service.later(15);
    expect((await signIn('sam@example.org', PASSWORD, from('203.0.113.1'))).status).toBe(303);
  });
});

describe('the cookie', () => {
  test('is bound to this host and to TLS, kept from scripts, and never goes with another site’s form', async () => {
    const secure = { 'x-forwarded-proto': 'https', origin: service.url.replace('http:', 'https:') };
    const answered = await signIn('  SAM@example.org ', PASSWORD, secure);
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toBe('/console');
    expect(cookieOf(answered)).toMatch(
      /^__Host-signpost-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
  });
  test('without TLS has a plain name, which is not taken for the other', async () => {
    const answered = await signIn('sam@example.org', PASSWORD);
    expect(cookieOf(answered)).toMatch(/^signpost-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secret = /=([\w-]{43})/.exec(cookieOf(answered))?.[1] ?? '';
    const plain = await service.get('/console/api/me', `signpost-console=${secret}`);
    expect(plain.status).toBe(200);
    const tls = await service.get('/console/api/me', `signpost-console=${secret}`, {
      'x-forwarded-proto': 'https',
    });
    expect(tls.status).toBe(401);
  });
  test('holds a new secret each time, ends the one before, and is stored only as a hash', async () => {
    const first = cookieOf(await signIn('sam@example.org', PASSWORD)).split(';')[0] ?? '';
    const again = await service.post(
      '/console/sign-in',
      new URLSearchParams({ login: 'sam@example.org', password: PASSWORD }),
      first,
    );
    const second = cookieOf(again).split(';')[0] ?? '';
    expect(second).not.toBe(first);
    expect((await service.get('/console/api/me', first)).status).toBe(401);
    expect((await service.get('/console/api/me', second)).status).toBe(200);
    const secret = second.slice('signpost-console='.length);
    expect(await service.storage.read((tx) => tx.session(secret))).toBeNull();
    expect(service.log.join()).not.toContain(secret);
    expect(service.log.join()).not.toContain(PASSWORD);
  });
});

describe('a link to a case', () => {
  const CASE = '0c6a1f5e-0000-4000-8000-000000000001';
  /** What somebody could put into a link to send an adviser elsewhere, or to write into the page. */
  const MADE_UP = [
    '//evil.example',
    'https://evil.example',
    '/../chat',
    'x&next=https://evil.example',
    '"><script>alert(1)</script>',
    'x\r\nset-cookie: a=b',
    'x'.repeat(65),
    '',
  ];
  const asked = (id: string) => `/console?case=${encodeURIComponent(id)}`;
  const submit = (id: string, password: string) =>
    service.post('/console/sign-in', new URLSearchParams({ login: 'sam@example.org', password, case: id }));

  test.each(MADE_UP)('that is none leads to the queue and nowhere else: %j', async (id) => {
    const page = await (await service.get(asked(id))).text();
    expect(page).not.toContain('name="case"');
    expect(page).not.toContain('evil.example');
    expect((await submit(id, PASSWORD)).headers.get('location')).toBe('/console');
    const inside = await service.get(asked(id), await service.signIn(sam));
    expect(inside.headers.get('location')).toBe('/console');
  });
  test('leads an adviser who is signed in straight to it', async () => {
    const answered = await service.get(asked(CASE), await service.signIn(sam));
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toBe(`/console#case=${CASE}`);
  });
  test('leads to it through the sign-in, also when the password was wrong first', async () => {
    const field = `<input type="hidden" name="case" value="${CASE}">`;
    expect(await (await service.get(asked(CASE))).text()).toContain(field);
    const wrong = await submit(CASE, 'wrong');
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain(field);
    const answered = await submit(CASE, PASSWORD);
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toBe(`/console#case=${CASE}`);
  });
});

describe('the page', () => {
  test('of somebody who is signed out is the sign-in, whole without any script', async () => {
    const answered = await service.get('/console');
    const html = await answered.text();
    expect(answered.status).toBe(200);
    expect(html).not.toContain('<script');
    expect(html).toContain('<label for="login">');
    expect(html).toContain('autocomplete="current-password"');
    expect(html).not.toContain('/console/sign-in/oidc');
  });
  test('of an adviser is the app', async () => {
    const html = await (await service.get('/console', await service.signIn(sam))).text();
    expect(html).toContain('<div id="app"></div>');
    expect(html).toContain('<script type="module" src="/console/app-0.js"></script>');
    expect(html).toContain('<link rel="stylesheet" href="/console/app-0.css">');
  });
  test('lets in nothing inline and nothing foreign, is framed by nobody and kept by nobody', async () => {
    for (const cookie of ['', await service.signIn(sam)]) {
      const { headers } = await service.get('/console', cookie);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).toContain("require-trusted-types-for 'script'");
      expect(csp).toMatch(/connect-src 'self' ws:\/\/127\.0\.0\.1:\d+;/);
      expect(csp).not.toMatch(/unsafe|\*|data:|https:/);
      expect(headers.get('cache-control')).toBe('no-store');
      // Without it our own form would come without an Origin.
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
  test('shows what was typed as text', async () => {
    const html = await (await signIn('"><script>alert(1)</script>', 'x')).text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).not.toContain('<script');
  });
});
