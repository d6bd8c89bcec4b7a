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

  /** Resolves when a socket is open. */
  async start(): Promise<void> {
    while (!this.#closed) {
      try {
        const socket = await this.#open();
        // At once: what the service sends first may come together with its yes.
        socket.on('message', (data) => this.#take(String(data)));
        await opened(socket);
        socket.on('close', () => void this.start());
        this.#socket = socket;
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  #take(text: string): void {
    // An empty frame only keeps the connection.
    if (text !== '') this.#hear(JSON.parse(text));
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

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.on('error', (error) => {
      reject(error);
      socket.terminate();
    });
  });
}
