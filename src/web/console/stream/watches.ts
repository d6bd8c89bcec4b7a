import { WebSocket } from 'ws';
import { type Case, isOpen } from '../../../handoff/case.ts';
import type { Said } from '../api.ts';
import { sendWhole } from './send.ts';

/** Of one screen; nobody talks with more families at once. */
const MOST = 100;

interface Watch {
  readonly caseId: string;
  readonly conversationId: string;
  after: number;
  /** The family is with the adviser: that it types is the adviser's business. */
  open: boolean;
  reading: boolean;
  /** There may be something that this screen has not seen. */
  added: boolean;
}

export interface Watches {
  /** Sends everything after the place, and from then on whatever is added. */
  add(of: Case, after: number): void;
  remove(caseId: string): void;
  has(caseId: string): boolean;
  /** The case changed: it may have ended, or come back. */
  changed(caseId: string): void;
  said(conversationId: string): void;
  /** The open cases of the conversation. */
  openIn(conversationId: string): string[];
}

/**
 * The cases that one screen watches. Storage is the only queue: each is read on from the screen's own place, the
 * next page when the last one has left, so a slow screen holds up nobody and sees every message once and in order.
 *
 * @param read one page after a place, as far as the adviser may see it now
 * @param failed told why a case is watched no longer
 */
export function createWatches(
  socket: WebSocket,
  read: (caseId: string, after: number) => Promise<{ readonly of: Case; readonly said: Said }>,
  failed: (error: unknown) => void,
): Watches {
  const all = new Map<string, Watch>();
  const isWatched = (watch: Watch) => all.get(watch.caseId) === watch;

  const readOnce = async (watch: Watch): Promise<void> => {
    // Lowered before the read: what is added during it raises the flag again.
    watch.added = false;
    const { of, said } = await read(watch.caseId, watch.after);
    watch.open = isOpen(of);
    if (!isWatched(watch)) return;
    if (said.messages.length > 0) await sendWhole(socket, { type: 'said', id: watch.caseId, said });
    if (said.watermark > watch.after) watch.added = true;
    watch.after = said.watermark;
  };
  const readOn = async (watch: Watch): Promise<void> => {
    watch.added = true;
    if (watch.reading) return;
    watch.reading = true;
    try {
      while (watch.added && isWatched(watch) && socket.readyState === WebSocket.OPEN) await readOnce(watch);
    } catch (error) {
      if (isWatched(watch)) all.delete(watch.caseId);
      failed(error);
    } finally {
      watch.reading = false;
    }
  };
  const inConversation = (conversationId: string) =>
    [...all.values()].filter((watch) => watch.conversationId === conversationId);

  return {
    add(of, after) {
      const [oldest] = all.keys();
      if (oldest !== undefined && !all.has(of.id) && all.size >= MOST) all.delete(oldest);
      const { id: caseId, conversationId } = of;
      const watch = { caseId, conversationId, after, open: isOpen(of), reading: false, added: false };
      all.set(caseId, watch);
      void readOn(watch);
    },
    remove: (caseId) => void all.delete(caseId),
    has: (caseId) => all.has(caseId),
    changed(caseId) {
      const watch = all.get(caseId);
      if (watch !== undefined) void readOn(watch);
    },
    said(conversationId) {
      for (const watch of inConversation(conversationId)) void readOn(watch);
    },
    openIn: (conversationId) =>
      inConversation(conversationId).flatMap(({ open, caseId }) => (open ? [caseId] : [])),
  };
}
