import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type StreamDoor, streamDoor } from '../../../src/channels/direct-line/stream-upgrade.ts';
import { createTokens, type Tokens } from '../../../src/channels/direct-line/tokens.ts';
import { systemClock } from '../../../src/shared/clock.ts';
import { untilHungUp } from '../../conformance/support/raw-socket.ts';

let tokens: Tokens;
let door: StreamDoor;
let port: number;
let server: Server;

beforeEach(async () => {
  tokens = createTokens(new Uint8Array(32).fill(7), systemClock);
  const hub = { join: () => {}, added: () => {}, typing: () => {}, close: () => {} };
  door = streamDoor(tokens, () => true, hub, 1);
  server = createServer();
  server.on('upgrade', door.upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(async () => {
  door.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const PATH = '/v3/directline/conversations/c/stream';

it('opens no more sockets in all than the service can carry', async () => {
  const stream = await tokens.issueStream({ conv: 'c', user: 'u', council: null, after: 0 });
  const address = `ws://127.0.0.1:${port}${PATH}?t=${stream}`;
  const first = new WebSocket(address);
  await once(first, 'open');
  const second = new WebSocket(address);
  second.on('error', () => undefined);
  const [, response] = await once(second, 'unexpected-response');
  expect(response.statusCode).toBe(429);
  first.terminate();
});

it('hangs up on a refused client that would stay', async () => {
  await untilHungUp(
    port,
    `GET ${PATH}?t=nonsense HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
}, 5_000);
