import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that a system gives to whoever asks for any (RFC 6335 s.6; Linux from 32768, others from
 * 49152): another test that listens on port 0, or dials, in the same moment is never given this one.
 */
const FROM = 20_000;
const TO = 32_000;
let next = randomInt(FROM, TO);

/** A port that nobody has, for whoever must know its address before it listens, or keep it when it comes back. */
export async function freePort(): Promise<number> {
  for (let tries = FROM; tries < TO; tries++) {
    const port = next;
    next = port + 1 < TO ? port + 1 : FROM;
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
