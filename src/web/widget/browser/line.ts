import { type Answer, call, Refused } from './call.ts';
import { pause } from './pause.ts';
import type { Session, Store } from './store.ts';
import { openStream } from './stream.ts';

const BASE = '/v3/directline/';
/** Half of a token's life. */
const REFRESH_MS = 15 * 60_000;
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

export type LineState = 'connected' | 'lost' | 'offline';

export interface LineEvents {
  /** `live`: it came just now, and is not history. */
  arrived(activities: readonly unknown[], live: boolean): void;
  state(state: LineState): void;
  /** The conversation cannot be gone on with; the next message begins a new one. */
  over(why: 'expired' | 'ended'): void;
}

export interface Line {
  /** Opens the conversation if that has not happened yet. Nothing that was typed is sent by it. */
  open(): Promise<void>;
  /** Goes on with a conversation that was opened before, here or in another tab. */
  resume(session: Session): Promise<void>;
  isOpen(): boolean;
  /** @throws Refused */
  post(activity: unknown): Promise<void>;
  leave(): void;
}

/** One conversation over Direct Line: opened when needed, kept open, found again. */
export function createLine(council: string, firstToken: string, store: Store, events: LineEvents): Line {
  let session: Session | null = null;
  let unused: string | null = firstToken;
  let watermark = '0';
  let opening: Promise<void> | null = null;
  let socket: WebSocket | null = null;
  let left = false;
  /** History has been read to its end; what comes after that is new. */
  let caughtUp = false;

  const isCurrent = (id: string): boolean => session?.id === id && !left;
  const keep = (id: string, token: string | undefined) => {
    if (session?.id !== id || token === undefined) return;
    session.token = token;
    store.write(session);
  };
  const over = (why: 'expired' | 'ended') => {
    session = null;
    unused = null;
    watermark = '0';
    store.write(null);
    socket?.close();
    socket = null;
    events.over(why);
  };
  /** Calls in the conversation; when it is over, says so once. */
  const inside = async (path: string, body?: unknown): Promise<Answer> => {
    const asked = session;
    try {
      return await call(BASE + path, asked?.token ?? null, body);
    } catch (error) {
      if (asked === session && session !== null && error instanceof Refused) {
        if (error.code === 'ConversationEnded') over('ended');
        else if ([401, 403, 404].includes(error.status)) over('expired');
      }
      throw error;
    }
  };
  const take = (answer: Answer, live: boolean) => {
    if (answer.activities !== undefined) events.arrived(answer.activities, live);
    if (typeof answer.watermark === 'string') watermark = answer.watermark;
  };
  const readOn = async (live: boolean): Promise<void> => {
    for (;;) {
      if (session === null) return;
      const { id } = session;
      const page = await inside(`conversations/${id}/activities?watermark=${watermark}`);
      // Meanwhile another conversation may have begun: this page is none of it.
      if (!isCurrent(id)) return;
      take(page, live);
      if ((page.activities?.length ?? 0) === 0) {
        caughtUp = true;
        return;
      }
    }
  };

  const begin = async (): Promise<void> => {
    const other = store.read();
    if (other !== null) return resumeHere(other);
    const start = (token: string) => call(`${BASE}conversations`, token, {});
    const another = async () => (await call('/widget/token', null, { council: council || null })).token ?? '';
    const made = await start(unused ?? (await another())).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 403) throw error;
      // The page was open for longer than its token lives. Nothing was said yet, so nothing is lost.
      return start(await another());
    });
    session = { id: made.conversationId ?? '', token: made.token ?? '' };
    store.write(session);
    await follow(session.id);
  };
  const resumeHere = async (known: Session): Promise<void> => {
    session = { ...known };
    await follow(known.id);
  };
  /** Reads all that was said, and then listens; also when the network is gone just now. */
  const follow = async (id: string): Promise<void> => {
    watermark = '0';
    caughtUp = false;
    await readOn(false).catch(() => undefined);
    void stay(id);
  };

  /** Holds a socket open as long as the conversation lasts; without one, asks again and again. */
  const stay = async (id: string): Promise<void> => {
    let wait = SHORTEST_WAIT;
    let failures = 0;
    while (isCurrent(id)) {
      try {
        const met = await inside(`conversations/${id}?watermark=${watermark}`);
        keep(id, met.token);
        if (!caughtUp) await readOn(false);
        if (!isCurrent(id)) return;
        const stream = openStream(
          met.streamUrl ?? '',
          () => events.state('connected'),
          (data) => isCurrent(id) && take(JSON.parse(data), true),
        );
        socket = stream.socket;
        if (await stream.closed) {
          wait = SHORTEST_WAIT;
          failures = 0;
        } else await readOn(true);
      } catch {
        failures += 1;
      }
      if (!isCurrent(id)) return;
      if (failures > 1 || !navigator.onLine) events.state(navigator.onLine ? 'lost' : 'offline');
      await pause(wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  };
  let renewed = Date.now();
  const renew = async () => {
    if (session === null || Date.now() - renewed < REFRESH_MS) return;
    renewed = Date.now();
    const { id } = session;
    await inside('tokens/refresh', {}).then(
      ({ token }) => keep(id, token),
      () => undefined,
    );
  };
  setInterval(renew, REFRESH_MS / 15);
  // A telephone sleeps through its timers.
  document.addEventListener('visibilitychange', renew);
  addEventListener('offline', () => {
    events.state('offline');
    socket?.close();
  });

  const open = (): Promise<void> => {
    if (session !== null) return Promise.resolve();
    // Two tabs that begin at once must not begin two conversations.
    const once: () => Promise<void> =
      navigator.locks === undefined ? begin : () => navigator.locks.request(`signpost ${council}`, begin);
    opening ??= once().finally(() => {
      opening = null;
    });
    return opening;
  };

  return {
    open,
    resume: resumeHere,
    isOpen: () => session !== null,
    async post(activity) {
      await open();
      if (session === null) throw new Refused(403, 'TokenExpired', '');
      await inside(`conversations/${session.id}/activities`, activity);
      if (socket?.readyState !== WebSocket.OPEN) await readOn(true).catch(() => undefined);
    },
    leave() {
      left = true;
      store.write(null);
      session = null;
      socket?.close();
    },
  };
}
