import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../../src/channels/http-server.ts';
import { createMetrics, type Metrics } from '../../src/channels/metrics.ts';
import { operatorRoutes } from '../../src/channels/operator-routes.ts';
import { json, type Route } from '../../src/channels/route.ts';
import { createLog } from '../../src/shared/log.ts';
import { ProblemError } from '../../src/shared/problem.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { call } from '../conformance/support/http.ts';
import { answerTo, untilHungUp } from '../conformance/support/raw-socket.ts';

const SECRET = 'my lad cries every morning';
let storage: Storage;
let metrics: Metrics;
let server: HttpServer;
let logged: string[];
const looking = new Set<() => void>();
let url: string;
let port: number;
let letGo: () => void;
let held: Promise<void>;

const routes: Route[] = [
  { method: 'POST', path: '/echo', handle: async ({ body }) => json(200, { token: JSON.stringify(body) }) },
  {
    method: 'POST',
    path: '/form',
    takes: 'form',
    handle: async ({ body }) => json(200, { token: JSON.stringify(body) }),
  },
  {
    method: 'GET',
    path: '/page/:name',
    csp: "default-src 'self'",
    handle: async ({ params }) => ({
      status: 200,
      body: { content: `<p>${params.name}</p>`, type: 'text/html; charset=utf-8' },
    }),
  },
  {
    method: 'GET',
    path: '/who',
    handle: async ({ clientKey, ownOrigin }) => json(200, { token: clientKey, id: ownOrigin }),
  },
  { method: 'GET', path: '/empty', handle: async () => ({ status: 204 }) },
  {
    method: 'POST',
    path: '/throws',
    handle: async ({ body }) => {
      throw new TypeError(String(body));
    },
  },
  {
    method: 'POST',
    path: '/throws-a-string',
    handle: async () => {
      throw SECRET;
    },
  },
  {
    method: 'GET',
    path: '/problem',
    handle: async () => {
      throw new ProblemError('TooManyRequests');
    },
  },
  {
    method: 'GET',
    path: '/slow',
    handle: async () => {
      await held;
      return json(200, {});
    },
  },
];

beforeEach(async () => {
  storage = await openStorage('file::memory:');
  metrics = createMetrics();
  logged = [];
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const log = createLog('debug', {
    write(line: string) {
      logged.push(line);
      for (const look of [...looking]) look();
    },
  });
  server = createHttpServer({
    routes: [...routes, ...operatorRoutes(storage, metrics)],
    log,
    metrics,
    proxyHops: 1,
  });
  port = await server.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  letGo();
  await server.close(0);
  await storage.close();
});

/** The first line of the log with this message, as soon as it is there. */
const logLine = (message: string) =>
  new Promise<Record<string, unknown>>((resolve) => {
    const look = () => {
      const line = logged.find((one) => one.includes(message));
      if (line === undefined) return;
      looking.delete(look);
      resolve(JSON.parse(line));
    };
    looking.add(look);
    look();
  });

describe('a request that cannot be read', () => {
  it.each(['{', `{"text": "${SECRET}`, '', 'nul', '\u0000'])(
    'is answered in our words: body %j',
    async (raw) => {
      const answered = await call(`${url}/echo`, { method: 'POST', raw });
      if (raw === '') return expect(answered.status).toBe(200);
      expect([answered.status, answered.body.error?.code]).toEqual([400, 'BadJson']);
      expect(JSON.stringify(answered.body)).not.toContain('cries');
    },
  );

  it('of 300 kB is too large, with and without its length said before', async () => {
    const raw = JSON.stringify({ text: 'x'.repeat(300 * 1024) });
    const answered = await call(`${url}/echo`, { raw });
    expect([answered.status, answered.body.error?.code]).toEqual([413, 'BodyTooLarge']);
    const chunked = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${url}/echo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      request.on('response', (response) => resolve(response.resume().statusCode));
      request.on('error', reject);
      request.write(raw);
      request.end();
    });
    expect(chunked).toBe(413);
  });

  it('of just under the limit passes', async () => {
    expect((await call(`${url}/echo`, { raw: JSON.stringify('x'.repeat(255 * 1024)) })).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'of type %j is not understood',
    async (type) => {
      const answered = await call(`${url}/echo`, { raw: '{}', headers: { 'content-type': type } });
      expect([answered.status, answered.body.error?.code]).toEqual([415, 'UnsupportedType']);
    },
  );

  it('that is packed is not unpacked', async () => {
    const answered = await call(`${url}/echo`, { raw: '{}', headers: { 'content-encoding': 'gzip' } });
    expect(answered.body.error?.code).toBe('UnsupportedType');
  });

  it.each(['/nothing', '/page', '/%zz', '/page/%E0%A4%A', '/echo/../../etc/passwd', '/.env'])(
    'because there is nothing at %s gets the same kind of answer',
    async (path) => {
      const answered = await call(`${url}${path}`);
      expect(answered.status).toBeGreaterThanOrEqual(400);
      expect(answered.status).toBeLessThan(500);
      expect(answered.body.error?.code).toMatch(/NotFound|BadRequest/);
    },
  );

  it('by its method is 405', async () => {
    const answered = await call(`${url}/echo`, { method: 'DELETE' });
    expect([answered.status, answered.body.error?.code]).toEqual([405, 'MethodNotAllowed']);
  });

  it.each([
    'GET / HTTP/1.1\r\nHost: a b:c\r\nConnection: close\r\n\r\n',
    'GET http://x:99999/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ])('because its address is none is refused and does not end the service: %j', async (raw) => {
    const answered = await answerTo(port, raw);
    expect(answered).toMatch(/^HTTP\/1\.1 400 /);
    expect(answered).toContain('"code":"BadRequest"');
    expect(answered).toContain('X-Content-Type-Options: nosniff');
    expect((await call(`${url}/health/live`)).status).toBe(200);
  });

  it('because it asks for a WebSocket is hung up on, also when the client would stay', async () => {
    const handshake = 'GET /echo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket';
    await untilHungUp(port, `${handshake}\r\n\r\n`);
  }, 5_000);

  it('because it is no HTTP is hung up on, also when the client would stay in silence', async () => {
    const silent = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    silent.write('nonsense\r\n\r\n');
    silent.resume();
    await new Promise((resolve) => silent.once('end', resolve));
    // A connection that were still held would be waited for.
    await server.close(60_000);
    silent.destroy();
  }, 5_000);

  it('nested deeper than fifty levels is refused, and at fifty it is read', async () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect((await call(`${url}/echo`, { raw: nested(50) })).status).toBe(200);
    for (const levels of [51, 8_000, 100_000]) {
      const answered = await call(`${url}/echo`, { raw: nested(levels) });
      expect([answered.status, answered.body.error?.code]).toEqual([400, 'BadRequest']);
    }
  });

  it('because its sender hung up in the middle is no fault of ours', async () => {
    const socket = connect(port, '127.0.0.1');
    const head = 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100';
    await new Promise<void>((resolve) => socket.write(`${head}\r\n\r\n{`, () => resolve()));
    // Answered on another connection, so the broken one has arrived.
    await call(`${url}/health/live`);
    socket.destroy();
    const failed = await logLine('request failed');
    expect(failed).toMatchObject({ level: 20, err: { code: 'BadRequest' } });
    const page = await (await fetch(`${url}/metrics`)).text();
    expect(page).not.toContain('status="500"');
  });

  it('because it is no HTTP at all does not end the service', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.end('\u0016\u0003\u0001 nonsense\r\n\r\n');
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await call(`${url}/health/live`)).status).toBe(200);
  });

  it('because it asks for a WebSocket nobody serves is refused', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const request = httpRequest(`${url}/echo`, {
        headers: { connection: 'Upgrade', upgrade: 'websocket' },
      });
      request.on('response', (response) => resolve(response.resume().statusCode));
      request.end();
    });
    expect(status).toBe(404);
  });
});

describe('a handler that fails', () => {
  it.each(['/throws', '/throws-a-string'])('by %s shows and logs no word of it', async (path) => {
    const answered = await call(`${url}${path}`, { body: SECRET });
    expect([answered.status, answered.body.error?.code]).toEqual([500, 'Internal']);
    expect(JSON.stringify(answered.body)).not.toMatch(/cries|stack|http-server/);
    expect(logged.join()).not.toContain('cries');
    expect(logged).toHaveLength(1);
  });

  it('with a problem gives its code and status', async () => {
    const answered = await call(`${url}/problem`);
    expect([answered.status, answered.body.error?.code]).toEqual([429, 'TooManyRequests']);
  });
});

describe('every answer', () => {
  it.each(['/health/live', '/nothing', '/problem', '/empty'])(
    'at %s carries the safety headers',
    async (path) => {
      const { headers } = await call(`${url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    },
  );

  it('has a request id of our own, whatever the caller says', async () => {
    const { headers } = await call(`${url}/empty`, { headers: { 'x-request-id': SECRET } });
    expect(headers.get('x-request-id')).not.toBe(SECRET);
  });

  it('may carry a page with a policy of its own', async () => {
    const response = await fetch(`${url}/page/caf%C3%A9`);
    expect(await response.text()).toBe('<p>café</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
  });
});

it('reads a form where a route takes one', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answered = await call(`${url}/form`, { raw: 'text=they+said+no&council=dudley', headers });
  expect(JSON.parse(answered.body.token)).toEqual({ text: 'they said no', council: 'dudley' });
});

it('knows the client and the scheme behind a proxy of our own', async () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9', 'x-forwarded-proto': 'https' };
  const { body } = await call(`${url}/who`, { headers });
  expect(body.token).toBe('203.0.113.9');
  expect(body.id).toBe(`https://127.0.0.1:${port}`);
});

it('is ready only while storage answers', async () => {
  expect((await call(`${url}/health/ready`)).status).toBe(200);
  await storage.close();
  const answered = await call(`${url}/health/ready`);
  expect([answered.status, answered.body.error?.code]).toEqual([503, 'StorageUnavailable']);
  expect((await call(`${url}/health/live`)).status).toBe(200);
  storage = await openStorage('file::memory:');
});

it('counts requests by route, with nothing a stranger chose', async () => {
  await call(`${url}/${encodeURIComponent(SECRET)}`);
  await call(`${url}/page/secret-name`);
  const page = await (await fetch(`${url}/metrics`)).text();
  expect(page).toContain('signpost_http_requests_total{method="GET",route="none",status="404"} 1');
  expect(page).toContain('signpost_http_requests_total{method="GET",route="/page/:name",status="200"} 1');
  expect(page).not.toMatch(/cries|secret-name/);
});

it('lets a request under way finish before it closes, and takes no new one', async () => {
  const slow = fetch(`${url}/slow`);
  // Answered on another connection, so the slow one has arrived.
  await call(`${url}/health/live`);
  const closed = server.close(10_000);
  await expect(call(`${url}/health/live`, { headers: { connection: 'close' } })).rejects.toThrow();
  letGo();
  expect((await slow).status).toBe(200);
  await closed;
});

it('says so when its port is taken, instead of ending the process from the side', async () => {
  const log = createLog('silent');
  const second = createHttpServer({ routes: [], log, metrics, proxyHops: 0 });
  await expect(second.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
