import { WebSocket } from 'ws';

export interface Frame {
  readonly activities: Record<string, unknown>[];
  readonly watermark?: string;
}

export interface Listener {
  readonly socket: WebSocket;
  readonly activities: Record<string, unknown>[];
  readonly frames: Frame[];
  /** Resolves once the condition holds; it is looked at again with every frame. */
  until(condition: () => boolean): Promise<void>;
}

/** A bare socket on a stream address, and everything that came over it. */
export function listen(streamUrl: string): Listener {
  const socket = new WebSocket(streamUrl);
  const activities: Record<string, unknown>[] = [];
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    frames.push(frame);
    activities.push(...frame.activities);
    for (const one of [...waiting]) one();
  });
  return {
    socket,
    activities,
    frames,
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
