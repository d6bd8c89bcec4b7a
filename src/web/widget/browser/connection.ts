import type { Held } from './held.ts';
import { pause } from './pause.ts';
import type { Reader } from './reader.ts';
import { openStream } from './stream.ts';

const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

export type LineState = 'connected' | 'lost' | 'offline';

export interface Connection {
  /** Holds a socket open as long as the conversation lasts; without one, asks again and again. */
  stay(id: string): Promise<void>;
  isOpen(): boolean;
  close(): void;
}

export function createConnection(held: Held, reader: Reader, tell: (state: LineState) => void): Connection {
  let socket: WebSocket | null = null;
  /** @returns whether there was a socket that worked */
  const meet = async (id: string): Promise<boolean> => {
    const met = await held.inside(`conversations/${id}?watermark=${reader.watermark()}`);
    held.keep(id, met.token);
    if (!reader.isCaughtUp()) await reader.readOn(false);
    if (!held.isCurrent(id)) return false;
    const stream = openStream(
      met.streamUrl ?? '',
      () => tell('connected'),
      (data) => held.isCurrent(id) && reader.take(JSON.parse(data), true),
    );
    socket = stream.socket;
    if (await stream.closed) return true;
    await reader.readOn(true);
    return false;
  };
  const close = () => socket?.close();
  addEventListener('offline', () => {
    tell('offline');
    close();
  });

  return {
    isOpen: () => socket?.readyState === WebSocket.OPEN,
    close,
    async stay(id) {
      let wait = SHORTEST_WAIT;
      let failures = 0;
      while (held.isCurrent(id)) {
        try {
          if (await meet(id)) {
            wait = SHORTEST_WAIT;
            failures = 0;
          }
        } catch {
          failures += 1;
        }
        if (!held.isCurrent(id)) return;
        if (failures > 1 || !navigator.onLine) tell(navigator.onLine ? 'lost' : 'offline');
        await pause(wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    },
  };
}
