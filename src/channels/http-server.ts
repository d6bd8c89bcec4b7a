/** The only file that knows restify. */
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../shared/log.ts';
import { clientKey } from './client-key.ts';
import type { Metrics } from './metrics.ts';
import { ownOrigin } from './own-origin.ts';
import { problemCode, problemResponse, unroutedCode } from './problem-response.ts';
import { readBody } from './read-body.ts';
import { refuseSocket } from './refuse-socket.ts';
import { ALWAYS, crossOriginHeaders, routeHeaders } from './response-headers.ts';
import type { HttpResponse, Route } from './route.ts';

export interface HttpServerDeps {
  readonly routes: readonly Route[];
  readonly log: Log;
  readonly metrics: Metrics;
  /** See PROXY_HOPS in the settings. */
  readonly proxyHops: number;
  /** Takes over a socket that asks to become a WebSocket, or returns false: it is then refused. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

export interface HttpServer {
  /** @returns the port, also when 0 let the system choose one */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new request, lets those under way finish for `graceMs`, then closes their connections. */
  close(graceMs?: number): Promise<void>;
}

export function createHttpServer(deps: HttpServerDeps): HttpServer {
  const server = restify.createServer({ name: 'signpost', handleUncaughtExceptions: false });
  // A slow sender may hold a connection open, but not for ever (defaults are five minutes).
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 30_000;
  // restify listens too and then leaves the connection open. Slow senders come here as well.
  server.server.on('clientError', (_error: Error, socket: Duplex) => refuseSocket(socket, 400));
  server.pre((request, response, next) => {
    response.setHeader('X-Request-Id', request.id());
    for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
    try {
      // restify's router reads the address outside any guard, and a Host that is none ends the process.
      request.getUrl();
    } catch {
      send(deps, request, response, 'none', problemResponse('BadRequest'));
      next(false);
      return;
    }
    next();
  });
  // Every error passes here, once. Listeners for single kinds of error would answer a second time.
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    // What a stranger put in the address stays out of the labels.
    send(deps, request, response, 'none', problemResponse(unroutedCode(error)));
    done();
  });
  addRoutes(server, deps);
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A socket that breaks before anybody owns it must not end the process.
    socket.on('error', () => socket.destroy());
    if (deps.upgrade?.(request, socket, head) !== true) refuseSocket(socket, 404);
  });
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        // restify passes the socket's errors on, and one that nobody hears ends the process.
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port));
      }),
    close: (graceMs = 5_000) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.server.closeAllConnections(), graceMs);
        server.server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
}

function addRoutes(server: Server, deps: HttpServerDeps): void {
  const add = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' } as const;
  for (const route of deps.routes) {
    server[add[route.method]](route.path, async (request: Request, response: Response) => {
      for (const [name, value] of Object.entries(routeHeaders(route, request.headers.origin)))
        response.setHeader(name, value);
      send(deps, request, response, route.path, await answer(route, request, deps));
    });
  }
  const open = deps.routes.filter((route) => route.crossOrigin === true).map((route) => route.path);
  for (const path of new Set(open)) {
    server.opts(path, async (request: Request, response: Response) => {
      send(deps, request, response, path, {
        status: 204,
        headers: crossOriginHeaders(request.headers.origin),
      });
    });
  }
}

async function answer(route: Route, request: Request, deps: HttpServerDeps): Promise<HttpResponse> {
  try {
    const url = new URL(request.url ?? '/', 'http://here');
    const params: Record<string, string> = request.params;
    return await route.handle({
      id: request.id(),
      path: url.pathname,
      params,
      query: url.searchParams,
      headers: request.headers,
      ownOrigin: ownOrigin(request.headers, deps.proxyHops),
      clientKey: clientKey(
        request.socket.remoteAddress ?? '',
        request.header('x-forwarded-for'),
        deps.proxyHops,
      ),
      body: await readBody(request, route.takes ?? 'json'),
    });
  } catch (err) {
    const code = problemCode(err);
    const level = code === 'Internal' ? 'error' : 'debug';
    deps.log[level]({ err, route: route.path, request: request.id() }, 'request failed');
    return problemResponse(code);
  }
}

function send(
  deps: HttpServerDeps,
  request: Request,
  response: Response,
  route: string,
  answered: HttpResponse,
): void {
  deps.metrics.httpRequest(request.method ?? '', route, answered.status);
  const { body } = answered;
  const headers: Record<string, string> = { ...answered.headers };
  // Bytes of a refused body may still be on their way; the connection cannot be used again.
  if (!request.complete) headers.Connection = 'close';
  if (body === undefined) response.sendRaw(answered.status, '', headers);
  else if ('json' in body) {
    response.sendRaw(answered.status, JSON.stringify(body.json), {
      'Content-Type': 'application/json',
      ...headers,
    });
  } else response.sendRaw(answered.status, body.content, { 'Content-Type': body.type, ...headers });
}
