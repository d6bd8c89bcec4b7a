import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ProblemError } from '../../shared/problem.ts';
import { heartbeat } from '../heartbeat.ts';
import { refuseSocket } from '../refuse-socket.ts';
import { checkBrowser } from './browser-cookie.ts';
import type { OriginCheck } from './may-use-origin.ts';
import type { SocketHub } from './socket-hub.ts';
import type { Tokens } from './tokens.ts';

/** Clients only ever send empty frames; what they have to say goes by POST. */
const MOST_PAYLOAD = 1024;

/** Of all families together; each costs memory and a file handle, and nobody may take them all. */
const MOST_SOCKETS = 5_000;
/** How long a client may take to say goodbye before a stopping service hangs up. */
const GOODBYE_MS = 1_000;

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/;

export interface StreamDoor {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/** The WebSocket of a conversation. Its address holds a token of its own, good for one minute. */
export function streamDoor(
  tokens: Tokens,
  mayUse: OriginCheck,
  hub: SocketHub,
  mostSockets = MOST_SOCKETS,
): StreamDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false });
  const alive = heartbeat(server);

  const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL, conv: string) => {
    const claims = await tokens.verifyStream(url.searchParams.get('t') ?? '');
    if (claims.conv !== conv) throw new ProblemError('BadToken');
    const { origin, host = 'localhost' } = request.headers;
    if (!mayUse(claims.council, origin, `http://${host}`, claims.origins)) {
      throw new ProblemError('OriginNotAllowed');
    }
    checkBrowser(claims, request.headers);
    if (server.clients.size >= mostSockets) throw new ProblemError('TooManyRequests');
    server.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate());
      alive.listenTo(client);
      hub.join(conv, claims.after, client);
    });
  };

  return {
    upgrade(request, socket, head) {
      const address = request.url ?? '/';
      if (!URL.canParse(address, 'http://here')) return false;
      const url = new URL(address, 'http://here');
      const conv = STREAM_PATH.exec(url.pathname)?.[1];
      if (conv === undefined || request.method !== 'GET') return false;
      admit(request, socket, head, url, conv).catch((error: unknown) => {
        refuseSocket(socket, error instanceof ProblemError ? error.status : 500);
      });
      return true;
    },
    close() {
      alive.stop();
      hub.close();
      server.close();
      setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, GOODBYE_MS).unref();
    },
  };
}
