import type { WebSocket } from 'ws';
import { adviserOf } from '../../../handoff/case.ts';
import type { Hint } from '../../../handoff/feed.ts';
import type { Sessions } from '../../../handoff/sign-in/sessions.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { StorageReads } from '../../../storage/storage.ts';
import type { ConsoleDeps } from '../deps.ts';
import { readSaid } from '../read-said.ts';
import { type Visit, visitOf } from '../visits.ts';
import { coalesced } from './coalesced.ts';
import type { Frame } from './frame.ts';
import { hint } from './send.ts';
import { createWatches } from './watches.ts';

const QUEUE_MS = 200;
/** Told to the page: it shows the sign-in. */
export const SIGNED_OUT = 4401;

export interface Screen {
  /** Who it is, as they were when last asked. */
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

/** One open page of an adviser. Whatever it is sent or says about a case, it is asked anew whether it may. */
export function openScreen(needs: ScreenNeeds, socket: WebSocket, secret: string, first: Visit): Screen {
  const { storage, desk, feed, sessions, log, seen } = needs;
  let visit = first;

  const asMe = <T>(work: (tx: StorageReads, me: Visit) => Promise<T>): Promise<T> =>
    storage.read(async (tx) => {
      const me = await visitOf(tx, sessions, secret);
      visit = me;
      return work(tx, me);
    });
  const caseFor = (caseId: string) => asMe(async (tx, me) => (await desk.read(tx, caseId, me)).value);
  const renew = () => asMe(async () => undefined);
  const queueSoon = coalesced(QUEUE_MS, () => hint(socket, { type: 'queue' }));
  const watches = createWatches(
    socket,
    (caseId, after) =>
      asMe(async (tx, me) => {
        const { value: of } = await desk.read(tx, caseId, me);
        return { of, said: await readSaid(tx, of, after) };
      }),
    (error) => {
      const code = error instanceof ProblemError ? error.code : null;
      if (code === 'SignedOut') socket.close(SIGNED_OUT);
      else if (code !== 'CaseNotFound') {
        log.warn({ err: error }, 'a screen was closed because it could not be served');
        socket.terminate();
      }
    },
  );

  return {
    get visit() {
      return visit;
    },
    socket,
    renew,
    async take(frame) {
      switch (frame.type) {
        case 'watch':
          watches.add(await caseFor(frame.id), frame.after);
          return;
        case 'unwatch':
          watches.remove(frame.id);
          return;
        case 'typing': {
          const of = await caseFor(frame.id);
          if (of.status.state !== 'live' || adviserOf(of)?.id !== visit.ref.id) return;
          const { conversationId } = of;
          feed.publish({ type: 'typing', conversationId, who: 'adviser', name: visit.ref.name });
          return;
        }
        case 'here':
          await renew();
          await seen(visit);
          return;
      }
    },
    hear(heard) {
      switch (heard.type) {
        case 'case':
          if (visit.councils.includes(heard.council)) queueSoon();
          if (!watches.has(heard.caseId)) return;
          hint(socket, { type: 'case', id: heard.caseId });
          watches.changed(heard.caseId);
          return;
        case 'said':
          watches.said(heard.conversationId);
          return;
        case 'typing':
          // Worth nothing late, so it never waits in a queue.
          if (heard.who === 'adviser' || socket.bufferedAmount > 0) return;
          for (const id of watches.openIn(heard.conversationId)) hint(socket, { type: 'typing', id });
          return;
      }
    },
  };
}
