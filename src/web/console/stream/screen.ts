import { WebSocket } from 'ws';
import { adviserOf, isOpen } from '../../../handoff/case.ts';
import type { Hint } from '../../../handoff/feed.ts';
import type { Sessions } from '../../../handoff/sign-in/sessions.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { StorageReads } from '../../../storage/storage.ts';
import type { ConsoleDeps } from '../deps.ts';
import { readSaid } from '../read-said.ts';
import { type Visit, visitOf } from '../visits.ts';
import { coalesced } from './coalesced.ts';
import type { Frame } from './frame.ts';
import { hint, sendWhole } from './send.ts';

const QUEUE_MS = 200;
/** Of one screen; nobody talks with more families at once. */
const MOST_WATCHES = 100;
/** Told to the page: it shows the sign-in. */
export const SIGNED_OUT = 4401;

interface Watch {
  readonly caseId: string;
  conversationId: string;
  after: number;
  /** The family is with the adviser: that it types is the adviser's business. */
  open: boolean;
  reading: boolean;
  /** There may be something that this screen has not seen. */
  added: boolean;
}

export interface Screen {
  readonly visit: Visit;
  readonly socket: WebSocket;
  /** @throws ProblemError SignedOut, CaseNotFound, StorageUnavailable */
  take(frame: Frame): Promise<void>;
  hear(hint: Hint): void;
  /** Reads the sign-in again. @throws ProblemError SignedOut, StorageUnavailable */
  renew(): Promise<void>;
}

export interface ScreenNeeds extends Pick<ConsoleDeps, 'storage' | 'desk' | 'feed' | 'log'> {
  readonly sessions: Sessions;
  /** The adviser has given a sign of life. */
  readonly seen: (visit: Visit) => Promise<void>;
}

/**
 * One open page of an adviser. Storage is the only queue: each case that it watches is read on from the page's
 * own place, and every read asks anew whether this adviser may.
 */
export function openScreen(needs: ScreenNeeds, socket: WebSocket, secret: string, first: Visit): Screen {
  const { storage, desk, feed, sessions, log, seen } = needs;
  const watches = new Map<string, Watch>();
  let visit = first;

  const asMe = <T>(work: (tx: StorageReads, me: Visit) => Promise<T>): Promise<T> =>
    storage.read(async (tx) => {
      const me = await visitOf(tx, sessions, secret);
      visit = me;
      return work(tx, me);
    });
  const queueSoon = coalesced(QUEUE_MS, () => hint(socket, { type: 'queue' }));

  const readOnce = async (watch: Watch): Promise<void> => {
    // Lowered before the read: what is added during it raises the flag again.
    watch.added = false;
    const { of, said } = await asMe(async (tx, me) => {
      const { value } = await desk.read(tx, watch.caseId, me);
      return { of: value, said: await readSaid(tx, value, watch.after) };
    });
    watch.open = isOpen(of);
    watch.conversationId = of.conversationId;
    if (watches.get(watch.caseId) !== watch) return;
    if (said.messages.length > 0) await sendWhole(socket, { type: 'said', id: watch.caseId, said });
    if (said.watermark > watch.after) watch.added = true;
    watch.after = said.watermark;
  };
  const readOn = async (watch: Watch): Promise<void> => {
    watch.added = true;
    if (watch.reading) return;
    watch.reading = true;
    try {
      while (watch.added && watches.get(watch.caseId) === watch && socket.readyState === WebSocket.OPEN) {
        await readOnce(watch);
      }
    } catch (error) {
      watches.delete(watch.caseId);
      const code = error instanceof ProblemError ? error.code : null;
      if (code === 'SignedOut') socket.close(SIGNED_OUT);
      else if (code !== 'CaseNotFound') {
        log.warn({ err: error }, 'a screen was closed because it could not be served');
        socket.terminate();
      }
    } finally {
      watch.reading = false;
    }
  };

  return {
    get visit() {
      return visit;
    },
    socket,
    async take(frame) {
      switch (frame.type) {
        case 'watch': {
          const { id: caseId, after } = frame;
          const { value: of } = await asMe((tx, me) => desk.read(tx, caseId, me));
          if (!watches.has(caseId) && watches.size >= MOST_WATCHES) {
            const [oldest] = watches.keys();
            watches.delete(oldest ?? '');
          }
          const { conversationId } = of;
          const watch: Watch = {
            caseId,
            conversationId,
            after,
            open: isOpen(of),
            reading: false,
            added: false,
          };
          watches.set(caseId, watch);
          void readOn(watch);
          return;
        }
        case 'unwatch':
          watches.delete(frame.id);
          return;
        case 'typing': {
          const { value: of } = await asMe((tx, me) => desk.read(tx, frame.id, me));
          if (of.status.state !== 'live' || adviserOf(of)?.id !== visit.ref.id) return;
          const { conversationId } = of;
          feed.publish({ type: 'typing', conversationId, who: 'adviser', name: visit.ref.name });
          return;
        }
        case 'here':
          await asMe(async () => undefined);
          await seen(visit);
          return;
      }
    },
    hear(heard) {
      if (heard.type === 'case') {
        if (visit.councils.includes(heard.council)) queueSoon();
        const watch = watches.get(heard.caseId);
        if (watch === undefined) return;
        hint(socket, { type: 'case', id: heard.caseId });
        void readOn(watch);
        return;
      }
      for (const watch of watches.values()) {
        if (watch.conversationId !== heard.conversationId) continue;
        if (heard.type === 'said') void readOn(watch);
        // Worth nothing late, so it never waits in a queue.
        else if (heard.who === 'family' && watch.open && socket.bufferedAmount === 0)
          hint(socket, { type: 'typing', id: watch.caseId });
      }
    },
    renew: () => asMe(async () => undefined),
  };
}
