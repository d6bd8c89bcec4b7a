import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { heartbeat } from '../../../channels/heartbeat.ts';
import { ownOrigin } from '../../../channels/own-origin.ts';
import { rateLimit } from '../../../channels/rate-limit.ts';
import { refuseSocket } from '../../../channels/refuse-socket.ts';
import type { Sessions } from '../../../handoff/sign-in/sessions.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { ConsoleDeps } from '../deps.ts';
import { consoleOrigin, requireOwnPage } from '../own-page.ts';
import { secretOf, type Visit, visitOf } from '../visits.ts';
import { readFrame } from './frame.ts';
import { presence } from './presence.ts';
import { openScreen, type Screen, SIGNED_OUT } from './screen.ts';

const PATH = '/console/stream';
const MOST_PAYLOAD = 1024;
const RENEW_MS = 60_000;
/** Of one adviser: two desks, a telephone, and tabs that were forgotten. */
const MOST_SCREENS = 6;
const MOST_SOCKETS = 2_000;
const FRAMES_A_MINUTE = 600;
/** Frames of one screen that wait for the one before. */
const MOST_PENDING = 100;
const GOODBYE_MS = 1_000;
/** Close codes that the page knows: see `api.ts`. */
const TOO_MANY_SCREENS = 4429;
const NO_SENSE = 1008;
const TRY_AGAIN = 1013;

export interface ConsoleStream {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends the screens of a sign-in that is over. */
  ended(sessionHash: string): void;
  close(): void;
}

/** The WebSocket of the adviser's page. */
export function consoleStream(deps: ConsoleDeps, sessions: Sessions): ConsoleStream {
  const { storage, clock, feed, log, settings } = deps;
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false });
  const { seen, gone } = presence(deps, sessions);
  const screens = new Set<Screen>();
  const alive = heartbeat(server);
  const limit = rateLimit(clock, FRAMES_A_MINUTE, 60_000);
  let opened = 0;

  const goodbye = (socket: WebSocket, code: number) => {
    socket.close(code);
    setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
  };
  const failed = ({ socket }: Screen, error: unknown) => {
    const code = error instanceof ProblemError ? error.code : null;
    if (code === 'SignedOut') goodbye(socket, SIGNED_OUT);
    // The page finds out by its own request, with the words that belong to it.
    else if (code !== 'CaseNotFound') {
      log.warn({ err: error }, 'a frame of a screen could not be taken');
      goodbye(socket, TRY_AGAIN);
    }
  };

  const join = (socket: WebSocket, secret: string, visit: Visit) => {
    const screen = openScreen({ ...deps, sessions, seen }, socket, secret, visit);
    const own = [...screens].filter((one) => one.visit.ref.id === visit.ref.id);
    const [oldest] = own;
    if (oldest !== undefined && own.length >= MOST_SCREENS) {
      screens.delete(oldest);
      goodbye(oldest.socket, TOO_MANY_SCREENS);
    }
    screens.add(screen);
    const key = String(++opened);
    let pending = 0;
    // One after another: an `unwatch` never overtakes its `watch`.
    let before: Promise<void> = seen(visit).catch((error: unknown) => failed(screen, error));
    socket.on('error', () => socket.terminate());
    alive.listenTo(socket);
    socket.on('message', (data: RawData, isBinary: boolean) => {
      const frame = readFrame(data, isBinary);
      if (frame === null || pending >= MOST_PENDING || !limit.allows(key)) {
        goodbye(socket, NO_SENSE);
        return;
      }
      pending += 1;
      before = before
        .then(() => screen.take(frame))
        .catch((error: unknown) => failed(screen, error))
        .finally(() => {
          pending -= 1;
        });
    });
    socket.on('close', () => {
      screens.delete(screen);
      if (![...screens].some((one) => one.visit.ref.id === visit.ref.id)) gone(visit.ref.id);
    });
  };

  const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const own = ownOrigin(request.headers, settings.proxyHops);
    const origin = consoleOrigin(request.headers, own, settings.publicUrl);
    requireOwnPage(request.headers, origin);
    const secret = secretOf(request.headers, origin);
    const visit = await storage.read((tx) => visitOf(tx, sessions, secret));
    if (secret === null || server.clients.size >= MOST_SOCKETS) throw new ProblemError('TooManyRequests');
    server.handleUpgrade(request, socket, head, (client) => join(client, secret, visit));
  };

  const stopListening = feed.listen((heard) => {
    for (const screen of screens) screen.hear(heard);
  });
  const renewals = setInterval(() => {
    for (const screen of screens) screen.renew().catch((error: unknown) => failed(screen, error));
  }, RENEW_MS);
  renewals.unref();

  return {
    upgrade(request, socket, head) {
      const path = (request.url ?? '').split('?')[0];
      if (path !== PATH || request.method !== 'GET') return false;
      admit(request, socket, head).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) log.error({ err: error }, 'a screen could not be opened');
        refuseSocket(socket, error instanceof ProblemError ? error.status : 500);
      });
      return true;
    },
    ended(hash) {
      for (const { socket, visit } of screens) if (visit.session.hash === hash) goodbye(socket, SIGNED_OUT);
    },
    close() {
      stopListening();
      alive.stop();
      clearInterval(renewals);
      for (const { socket } of screens) goodbye(socket, 1001);
      server.close();
    },
  };
}
