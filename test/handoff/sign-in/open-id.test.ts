/** Signing in at a provider elsewhere: a real one, and one that lies. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../support/free-port.ts';
import { type ConsoleService, startConsole } from '../../web/support/console.ts';
import { type Browser, browser } from './support/browser.ts';
import { CLIENT, startProvider, type TestProvider } from './support/provider.ts';

const BACK = '/console/sign-in/oidc/back';
const isBack = (address: string) => new URL(address).pathname === BACK;

let service: ConsoleService;
let issuer: string;
let port: number;
beforeEach(async () => {
  // The provider tells at every start that it is set up for tests, which it is.
  for (const level of ['warn', 'info'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  service = await startConsole({ oidc: { issuer, ...CLIENT, rolesClaim: 'roles' } });
});
afterEach(async () => {
  await service.stop();
  vi.restoreAllMocks();
});

const begin = (from: Browser, stopBefore?: (address: string) => boolean) =>
  from.go(`${service.url}/console/sign-in/oidc`, stopBefore);
const me = async (from: Browser) => {
  const answered = await service.get('/console/api/me', from.cookies(service.url));
  return { status: answered.status, body: (await answered.json()) as Record<string, unknown> };
};
const advisers = () => service.storage.read((tx) => tx.advisers(null));

describe('with a provider that answers', () => {
  let provider: TestProvider;
  beforeEach(async () => {
    provider = await startProvider(port, service.url + BACK);
    provider.person = { sub: 'sam-1', claims: { given_name: 'Sam', roles: ['adviser:dudley'] } };
  });
  afterEach(() => provider.stop());

  test.each([
    ['no role', {}],
    ['a role of another service', { roles: ['caseworker', 'dudley', 'adviser:', 'adviser'] }],
    ['a role for a council that is not loaded', { roles: ['adviser:atlantis'] }],
    ['nothing but an e-mail address of the council', { email: 'sam@dudley.gov.uk', name: 'adviser:dudley' }],
  ])('nobody comes in with %s, and a sentence says why', async (_, claims) => {
    provider.person = { sub: 'sam-1', claims };
    const from = browser();
    const { status, text } = await begin(from);
    expect(status).toBe(403);
    expect(text).toContain('it has given you no part in this service');
    expect((await me(from)).status).toBe(401);
    expect(await advisers()).toEqual([]);
  });
  test('nobody comes in who was disabled here', async () => {
    const from = browser();
    await begin(from);
    const [row] = await advisers();
    if (row === undefined) throw new Error('no adviser');
    await service.storage.transaction((tx) => tx.saveAdviser({ ...row, disabled: true }));
    expect((await me(from)).status).toBe(401);
    const again = await begin(browser());
    expect(again.status).toBe(403);
    expect(again.text).toContain('Your account may not do this here.');
  });
  test('nobody comes in who cancels there', async () => {
    provider.person = null;
    const { status, text } = await begin(browser());
    expect(status).toBe(400);
    expect(text).toContain('That sign-in could not be finished.');
  });
  test.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'x')],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['another code', (back: URL) => back.searchParams.set('code', 'x')],
    ['no code', (back: URL) => back.searchParams.delete('code')],
    ['another provider’s name', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
  ])('a way back with %s leads nowhere', async (_, change) => {
    const from = browser();
    const back = new URL((await begin(from, isBack)).address);
    change(back);
    expect((await from.go(back.href)).status).toBe(400);
    expect((await me(from)).status).toBe(401);
    expect(await advisers()).toEqual([]);
  });
  test('the way back belongs to the browser that set out, for ten minutes, and once', async () => {
    const from = browser();
    const { address } = await begin(from, isBack);
    const stranger = browser();
    expect((await stranger.go(address)).status).toBe(400);
    const way = from.cookies(service.url);
    expect((await from.go(address)).status).toBe(200);
    expect((await me(from)).status).toBe(200);

    const replay = browser();
    replay.put(service.url, way);
    expect((await replay.go(address)).status).toBe(400);

    const slow = browser();
    const late = await begin(slow, isBack);
    service.later(11);
    expect((await slow.go(late.address)).status).toBe(400);
  });
  test('an adviser comes in with the councils of their roles, and is known again by issuer and subject', async () => {
    provider.person = {
      sub: 'sam-1',
      claims: {
        name: 'Sam Smith',
        given_name: ' Sam\u202e\n<b> ',
        roles: ['adviser:dudley', 'adviser:atlantis', 'x'],
      },
    };
    const from = browser();
    const arrived = await begin(from);
    expect(arrived).toMatchObject({ address: `${service.url}/console`, status: 200 });
    expect(arrived.text).toContain('<div id="app">');
    expect(from.cookies(service.url)).toMatch(/^signpost-console=[\w-]{43}$/);
    expect((await me(from)).body).toMatchObject({ name: 'Sam <b>', councils: [{ slug: 'dudley' }] });
    const [row, ...others] = await advisers();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ subject: `${issuer}|sam-1`, login: null, passwordHash: null });

    provider.person = {
      sub: 'sam-1',
      claims: { name: 'Samira', roles: ['adviser:leicester', 'adviser:somerset'] },
    };
    await begin(browser());
    expect(await advisers()).toMatchObject([
      { id: row?.id, name: 'Samira', councils: ['leicester', 'somerset'] },
    ]);
    // Also the sign-in of before has the councils of now.
    expect((await me(from)).body).toMatchObject({ councils: [{ slug: 'leicester' }, { slug: 'somerset' }] });
  });
  test('who set out to a case arrives at it, and a link that somebody made up leads nowhere else', async () => {
    const from = browser();
    const page = await from.go(`${service.url}/console?case=0c6a-1f`);
    expect(page.text).toContain('href="/console/sign-in/oidc?case=0c6a-1f"');
    const arrived = await from.go(`${service.url}/console/sign-in/oidc?case=0c6a-1f`);
    expect(arrived).toMatchObject({ address: `${service.url}/console#case=0c6a-1f`, status: 200 });
    const evil = encodeURIComponent('https://evil.example');
    const led = await browser().go(`${service.url}/console/sign-in/oidc?case=${evil}`);
    expect(led.address).toBe(`${service.url}/console`);
  });
  test('whoever has lost every role is out everywhere', async () => {
    const from = browser();
    await begin(from);
    expect((await me(from)).status).toBe(200);
    provider.person = { sub: 'sam-1', claims: { roles: [] } };
    expect((await begin(browser())).status).toBe(403);
    expect((await me(from)).status).toBe(401);
  });
  test('the cookie on the way tells nobody what it holds, and the request keeps to the rules', async () => {
    const from = browser();
    const { address } = await begin(from, (next) => new URL(next).port === String(port));
    const asked = new URL(address).searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('scope')).toBe('openid profile');
    const held = from.cookies(service.url);
    for (const name of ['state', 'nonce']) {
      expect(asked.get(name)?.length).toBeGreaterThan(20);
      expect(held).not.toContain(asked.get(name) ?? '');
      expect(Buffer.from(held, 'base64url').toString()).not.toContain(asked.get(name) ?? '');
    }
  });
  test('who begins under another name of this host is first sent to the one that the provider knows', async () => {
    const other = service.url.replace('127.0.0.1', 'localhost');
    const { address } = await browser().go(`${other}/console/sign-in/oidc`, () => true);
    expect(address).toBe(`${service.url}/console/sign-in/oidc?moved`);
    const toCase = await browser().go(`${other}/console/sign-in/oidc?case=0c6a-1f`, () => true);
    expect(toCase.address).toBe(`${service.url}/console/sign-in/oidc?moved&case=0c6a-1f`);
  });
});

describe('with a provider that does not answer', () => {
  test('the service starts, says so, and lets people in once the provider is back', async () => {
    const from = browser();
    const { status, text } = await begin(from);
    expect(status).toBe(503);
    expect(text).toContain('Your organisation’s sign-in does not answer at the moment.');
    const provider = await startProvider(port, service.url + BACK);
    provider.person = { sub: 'sam-1', claims: { roles: ['adviser:dudley'] } };
    expect((await begin(from)).status).toBe(200);
    expect((await me(from)).body).toMatchObject({ name: 'An adviser' });
    await provider.stop();
  });
  test('the page offers it alone, and the form too where there are accounts of our own', async () => {
    const page = async () => (await service.get('/console')).text();
    expect(await page()).toContain('href="/console/sign-in/oidc"');
    expect(await page()).not.toContain('type="password"');
    await service.adviser('Sam', { passwordHash: 'scrypt$2$1$1$AA$AA' });
    expect(await page()).toContain('href="/console/sign-in/oidc"');
    expect(await page()).toContain('type="password"');
  });
  test('and none is set, there is no such way in', async () => {
    const without = await startConsole();
    expect((await without.get('/console/sign-in/oidc')).status).toBe(404);
    expect((await without.get(`${BACK}?code=x&state=y`)).status).toBe(404);
    await without.stop();
  });
});

/** No real provider makes such tokens. */
describe('with a provider that lies', () => {
  let server: Server;
  let claims: JWTPayload;
  let alg: 'RS256' | 'none';
  beforeEach(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    alg = 'RS256';
    const token = async () =>
      alg === 'none'
        ? `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`
        : new SignJWT(claims).setProtectedHeader({ alg, kid: '1' }).sign(privateKey);
    const answers: Record<string, () => Promise<unknown>> = {
      '/.well-known/openid-configuration': async () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': async () => ({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: '1' }] }),
      '/token': async () => ({ access_token: 'x', token_type: 'bearer', id_token: await token() }),
    };
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      void answer?.().then((value) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(value)),
      );
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const comeBack = async (change: JWTPayload) => {
    const from = browser();
    const { address } = await begin(from, (next) => new URL(next).port === String(port));
    const asked = new URL(address).searchParams;
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, aud: CLIENT.clientId, sub: 'sam-1', iat: now, exp: now + 300 };
    claims = { ...good, nonce: asked.get('nonce') ?? '', roles: ['adviser:dudley'], ...change };
    const back = `${service.url}${BACK}?code=x&state=${asked.get('state')}`;
    return { ...(await from.go(back)), in: (await me(from)).status === 200 };
  };

  test.each<[string, JWTPayload]>([
    ['another client', { aud: 'another' }],
    ['another sign-in', { nonce: 'another' }],
    ['another provider', { iss: 'https://evil.example' }],
    ['yesterday', { exp: Math.floor(Date.now() / 1000) - 86_400 }],
  ])('a token for %s lets nobody in', async (_, change) => {
    const answered = await comeBack(change);
    expect(answered).toMatchObject({ status: 400, in: false });
    expect(await advisers()).toEqual([]);
  });
  test('a token that nobody signed lets nobody in', async () => {
    alg = 'none';
    expect(await comeBack({})).toMatchObject({ in: false });
    expect(await advisers()).toEqual([]);
  });
  test('and the same with nothing wrong does', async () => {
    expect(await comeBack({})).toMatchObject({ status: 200, in: true });
  });
});
