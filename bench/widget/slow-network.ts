/**
 * A slow network between browser and service, byte by byte. Chromium's own throttling does not reach the
 * navigation of a frame, which is just what is measured here.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** "Slow 4G" as Chromium's developer tools have it: 562.5 ms there and back, 180 kB/s down, 84 kB/s up. */
const ROUND_TRIP_MS = 150 * 3.75;
const DOWN = ((1.6 * 1000 * 1000) / 8) * 0.9;
const UP = ((750 * 1000) / 8) * 0.9;

export interface SlowNetwork {
  readonly url: string;
  /** From now on it is slow, and whoever was connected has to connect again. */
  slowDown(): void;
  speedUp(): void;
  close(): void;
}

export async function slowNetwork(port: number): Promise<SlowNetwork> {
  let slow = false;
  const sockets = new Set<Socket>();
  const down = { freeAt: 0 };
  const up = { freeAt: 0 };
  const server = createServer((client) => {
    const service = connect(port, '127.0.0.1');
    // A connection is made with one journey there and back before the first byte of a request.
    const ready = slow ? after(ROUND_TRIP_MS) : Promise.resolve();
    carry(client, service, UP, up, ready);
    carry(service, client, DOWN, down, Promise.resolve());
    for (const socket of [client, service]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        service.destroy();
      });
    }
  });
  const carry = (
    from: Socket,
    to: Socket,
    bytesASecond: number,
    line: { freeAt: number },
    ready: Promise<unknown>,
  ) => {
    let last: Promise<unknown> = ready;
    from.on('data', (chunk: Buffer) => {
      if (!slow) {
        last = last.then(() => to.write(chunk));
        return;
      }
      // The line is shared by all connections; the journey is not.
      line.freeAt = Math.max(line.freeAt, performance.now()) + (chunk.length / bytesASecond) * 1000;
      const wait = line.freeAt - performance.now() + ROUND_TRIP_MS / 2;
      last = Promise.all([last, after(wait)]).then(() => to.write(chunk));
    });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    slowDown() {
      slow = true;
      for (const socket of sockets) socket.destroy();
    },
    speedUp() {
      slow = false;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
