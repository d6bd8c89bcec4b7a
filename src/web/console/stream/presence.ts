import type { Sessions } from '../../../handoff/sign-in/sessions.ts';
import type { ConsoleDeps } from '../deps.ts';
import type { Visit } from '../visits.ts';

/** A sign of life is written down no more often than this, however many screens an adviser has open. */
const EVERY_MS = 15_000;

/** Notes that an adviser is there: families are told when nobody is, and the sign-in stays alive. */
export function presence({ storage, clock }: Pick<ConsoleDeps, 'storage' | 'clock'>, sessions: Sessions) {
  const marked = new Map<string, number>();
  return {
    async seen({ ref, session }: Visit): Promise<void> {
      // Each sign-in for itself: the same adviser may have two.
      await sessions.use(session);
      const now = clock.now();
      const last = marked.get(ref.id);
      if (last !== undefined && Math.abs(now.getTime() - last) < EVERY_MS) return;
      marked.set(ref.id, now.getTime());
      await storage.transaction((tx) => tx.markSeen(ref.id, now));
    },
    /** The last screen of an adviser is closed. */
    gone: (adviserId: string) => void marked.delete(adviserId),
  };
}
