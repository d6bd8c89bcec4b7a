import type { WebSocket, WebSocketServer } from 'ws';

/** Proxies close a connection that is silent for a minute. */
const PING_MS = 25_000;

export interface Heartbeat {
  /** A message from this socket, or its answer to a ping, counts as a sign of life. */
  listenTo(socket: WebSocket): void;
  stop(): void;
}

/** Pings every socket, and hangs up on one from which nothing has come since the ping before. */
export function heartbeat(server: WebSocketServer): Heartbeat {
  const silent = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, PING_MS);
  pings.unref();
  return {
    listenTo(socket) {
      for (const sign of ['pong', 'message']) socket.on(sign, () => silent.delete(socket));
    },
    stop: () => clearInterval(pings),
  };
}
