import { type Answer, call, Refused } from './call.ts';
import type { Session, Store } from './store.ts';

export const BASE = '/v3/directline/';

/** The conversation that this page holds, if it holds one. */
export interface Held {
  now(): Session | null;
  isCurrent(id: string): boolean;
  hold(session: Session): void;
  /** A fresh token of the same conversation. */
  keep(id: string, token: string | undefined): void;
  /** Forgets it, here and in the browser. */
  letGo(): void;
  /** A call in the conversation; one that cannot be gone on with is let go of. @throws Refused */
  inside(path: string, body?: unknown): Promise<Answer>;
}

export type Over = 'expired' | 'ended';

/** @param over told once when the conversation turns out to be over */
export function createHeld(store: Store, over: (why: Over) => void): Held {
  let session: Session | null = null;
  const letGo = () => {
    session = null;
    store.write(null);
  };
  return {
    now: () => session,
    isCurrent: (id) => session?.id === id,
    hold: (known) => {
      session = { ...known };
    },
    keep(id, token) {
      if (session?.id !== id || token === undefined) return;
      session.token = token;
      store.write(session);
    },
    letGo,
    async inside(path, body) {
      const asked = session;
      try {
        return await call(BASE + path, asked?.token ?? null, body);
      } catch (error) {
        if (asked === session && session !== null && error instanceof Refused) {
          const ended = error.code === 'ConversationEnded';
          if (ended || [401, 403, 404].includes(error.status)) {
            letGo();
            over(ended ? 'ended' : 'expired');
          }
        }
        throw error;
      }
    },
  };
}
