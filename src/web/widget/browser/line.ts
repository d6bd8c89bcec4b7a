import { call, Refused } from './call.ts';
import { createConnection, type LineState } from './connection.ts';
import { BASE, createHeld, type Over } from './held.ts';
import { keepFresh } from './keep-fresh.ts';
import { createReader } from './reader.ts';
import type { Session, Store } from './store.ts';

export interface LineEvents {
  /** `live`: it came just now, and is not history. */
  arrived(activities: readonly unknown[], live: boolean): void;
  state(state: LineState): void;
  /** The conversation cannot be gone on with; the next message begins a new one. */
  over(why: Over): void;
}

export interface Line {
  /** Opens the conversation if that has not happened yet. Nothing that was typed is sent by it. */
  open(): Promise<void>;
  /** Goes on with a conversation that was opened before, here or in another tab. */
  resume(session: Session): Promise<void>;
  isOpen(): boolean;
  /** @throws Refused */
  post(activity: unknown): Promise<void>;
  /** Says it if it can be said now; it is worth nothing later. */
  mention(activity: unknown): void;
  leave(): void;
}

/** One conversation over Direct Line: opened when needed, kept open, found again. */
export function createLine(council: string, firstToken: string, store: Store, events: LineEvents): Line {
  let unused: string | null = firstToken;
  let opening: Promise<void> | null = null;
  let left = false;
  const held = createHeld(store, (why) => {
    unused = null;
    connection.close();
    events.over(why);
  });
  const reader = createReader(held, events.arrived);
  const connection = createConnection(held, reader, events.state);
  keepFresh(held);

  /** Reads all that was said, and then listens; also when the network is gone just now. */
  const follow = async (session: Session): Promise<void> => {
    held.hold(session);
    reader.fromStart();
    await reader.readOn(false).catch(() => undefined);
    void connection.stay(session.id);
  };
  const begin = async (): Promise<void> => {
    const other = store.read();
    if (other !== null) return follow(other);
    const start = (token: string) => call(`${BASE}conversations`, token, {});
    const another = async () => (await call('/widget/token', null, { council: council || null })).token ?? '';
    const made = await start(unused ?? (await another())).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 403) throw error;
      // The page was open for longer than its token lives, or the browser did not take the cookie that
      // belongs to it. Nothing was said yet, so nothing is lost.
      return start(await another());
    });
    const session = { id: made.conversationId ?? '', token: made.token ?? '' };
    store.write(session);
    await follow(session);
  };
  const open = (): Promise<void> => {
    if (held.now() !== null) return Promise.resolve();
    // What still waited to be sent must not begin a conversation that nobody is there for.
    if (left) return Promise.reject(new Refused(410, 'Left', ''));
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
    resume: follow,
    isOpen: () => held.now() !== null,
    async post(activity) {
      await open();
      const id = held.now()?.id;
      if (id === undefined) throw new Refused(403, 'TokenExpired', '');
      await held.inside(`conversations/${id}/activities`, activity);
      if (!connection.isOpen()) await reader.readOn(true).catch(() => undefined);
    },
    mention(activity) {
      const id = held.now()?.id;
      if (id !== undefined)
        void held.inside(`conversations/${id}/activities`, activity).catch(() => undefined);
    },
    leave() {
      left = true;
      held.letGo();
      connection.close();
    },
  };
}
