import { WebSocket } from 'ws';
import type { ToScreen } from '../api.ts';

/** A socket that has not taken one frame in this time is gone; the screen comes back with its places. */
const SLOW_MS = 30_000;
/** Hints wait in memory for a slow socket, but not for ever. */
const MOST_BUFFERED = 512 * 1024;

/** A hint: if the socket takes nothing any more it is closed, and the screen reads everything anew. */
export function hint(socket: WebSocket, frame: ToScreen): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate();
  else socket.send(JSON.stringify(frame));
}

/** Resolves once the frame has left. */
export function sendWhole(socket: WebSocket, frame: ToScreen): Promise<void> {
  return new Promise((resolve, reject) => {
    const slow = setTimeout(() => reject(new Error('slow socket')), SLOW_MS);
    socket.send(JSON.stringify(frame), (error) => {
      clearTimeout(slow);
      if (error) reject(error);
      else resolve();
    });
  });
}
