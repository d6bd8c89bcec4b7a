import type { FromScreen, ToScreen } from '../api.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
const HERE_MS = 20_000;

export interface Line {
  /** Says it if the line is open; what is said here is never more than a hint. */
  send(what: FromScreen): void;
  /** Begins anew: a laptop that was closed wakes up with a socket that is dead and does not know it. */
  renew(): void;
  stop(): void;
}

/** Close codes of the service: the sign-in is over; this adviser has too many screens open. */
const SIGNED_OUT = 4401;
const TOO_MANY_SCREENS = 4429;

export interface LineEvents {
  opened(): void;
  /** The service ended it for good. */
  ended(why: 'signed-out' | 'too-many'): void;
  heard(what: ToScreen): void;
}

/** Holds the WebSocket open, and begins again when it drops: soon at first, then less often, never in step. */
export function openLine(store: Store<State>, { opened, ended, heard }: LineEvents): Line {
  let socket: WebSocket | null = null;
  let wait = SHORTEST_WAIT;
  let timer = 0;
  let stopped = false;

  const send = (what: FromScreen) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what));
  };
  const connect = () => {
    clearTimeout(timer);
    if (stopped || (socket !== null && socket.readyState <= WebSocket.OPEN)) return;
    const made = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/console/stream`);
    socket = made;
    made.onopen = () => {
      wait = SHORTEST_WAIT;
      store.set({ line: 'open' });
      send({ type: 'here' });
      opened();
    };
    made.onmessage = ({ data }) => {
      if (data !== '' && socket === made) heard(JSON.parse(String(data)) as ToScreen);
    };
    made.onclose = ({ code }) => {
      // One that was given up may take minutes to close; by then another stands in its place.
      if (stopped || socket !== made) return;
      socket = null;
      if (code === SIGNED_OUT || code === TOO_MANY_SCREENS) {
        stopped = true;
        return ended(code === SIGNED_OUT ? 'signed-out' : 'too-many');
      }
      lost();
    };
  };
  const lost = () => {
    store.set({ line: 'lost' });
    timer = window.setTimeout(connect, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const renew = () => {
    socket?.close();
    connect();
  };
  const here = setInterval(() => send({ type: 'here' }), HERE_MS);
  const awake = () => {
    if (document.visibilityState === 'visible') connect();
  };
  const offline = () => {
    if (stopped || socket === null) return;
    const dead = socket;
    // Without a network the goodbye is never answered, and the browser would wait for it.
    socket = null;
    dead.close();
    lost();
  };
  addEventListener('online', connect);
  addEventListener('offline', offline);
  document.addEventListener('visibilitychange', awake);
  connect();
  return {
    send,
    renew,
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(here);
      removeEventListener('online', connect);
      removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', awake);
      socket?.close();
    },
  };
}
