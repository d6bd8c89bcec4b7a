import { WebSocket } from 'ws';

/** A socket that is opened again whenever it breaks, until it is closed for good. */
export class Line {
  readonly #open: () => Promise<WebSocket>;
  readonly #hear: (frame: unknown) => void;
  #socket: WebSocket | null = null;
  #closed = false;

  constructor(open: () => Promise<WebSocket>, hear: (frame: unknown) => void) {
    this.#open = open;
    this.#hear = hear;
  }

  /** Resolves when the first socket is open. */
  async start(): Promise<void> {
    for (;;) {
      if (this.#closed) return;
      const socket = await this.#open()
        .then(opened)
        .catch(() => null);
      if (socket === null) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      this.#socket = socket;
      socket.on('message', (data) => {
        const text = String(data);
        if (text !== '') this.#hear(JSON.parse(text));
      });
      socket.on('close', () => void this.start());
      return;
    }
  }

  send(frame: unknown): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  close(): void {
    this.#closed = true;
    this.#socket?.removeAllListeners('close');
    this.#socket?.terminate();
  }
}

function opened(socket: WebSocket): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
    // A service that was killed before it answered leaves a socket that never opens.
    socket.on('error', () => socket.terminate());
  });
}
