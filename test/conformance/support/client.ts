/** Microsoft's own client, in Node. */
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import XMLHttpRequest from 'xhr2';
import { quickScheduler } from './quick-scheduler.ts';

Object.assign(globalThis, { XMLHttpRequest, WebSocket });

export interface Client {
  readonly line: DirectLine;
  readonly seen: Activity[];
  readonly statuses: ConnectionStatus[];
  /** What has been said, as text; the client's own messages too. */
  said(): string[];
  post(text: string, clientActivityID?: string): Promise<string>;
  /** Resolves once the condition holds; it is looked at again whenever something arrives. */
  until(condition: () => boolean): Promise<void>;
  /** Breaks the connection as a tunnel does: without a word. */
  cutSocket(): void;
  end(): void;
}

type Options = ConstructorParameters<typeof DirectLine>[0];

export function connect(url: string, options: Options): Client {
  const sockets: WebSocket[] = [];
  class WatchedSocket extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
    }
  }
  const line = new DirectLine({
    domain: `${url}/v3/directline`,
    scheduler: quickScheduler,
    WebSocket: WatchedSocket as unknown as NonNullable<Options['WebSocket']>,
    ...options,
  });
  const seen: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of [...waiting]) one();
  };
  line.connectionStatus$.subscribe((status) => {
    statuses.push(status);
    look();
  });
  const subscription = line.activity$.subscribe(
    (activity) => {
      seen.push(activity);
      // The client hands out two sets that arrive together in turns, so the order is the ids'.
      seen.sort((a, b) => (a.id ?? '').localeCompare(b.id ?? ''));
      look();
    },
    // A connection that failed also says so by its status, which the tests read.
    look,
  );
  return {
    line,
    seen,
    statuses,
    said: () => seen.flatMap((one) => (one.type === 'message' ? [one.text ?? ''] : [])),
    post: (text, clientActivityID) =>
      new Promise((resolve, reject) => {
        const activity: Activity = {
          type: 'message',
          from: { id: 'me' },
          text,
          ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
        };
        line.postActivity(activity).subscribe(resolve, reject);
      }),
    until: (condition) =>
      new Promise((resolve) => {
        const tryNow = () => {
          if (!condition()) return;
          waiting.delete(tryNow);
          resolve();
        };
        waiting.add(tryNow);
        tryNow();
      }),
    cutSocket: () => sockets.at(-1)?.terminate(),
    end() {
      subscription.unsubscribe();
      line.end();
    },
  };
}

export { ConnectionStatus };
