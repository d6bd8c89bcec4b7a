import { WebSocket } from 'ws';
import type { Log } from '../../shared/log.ts';
import type { Storage } from '../../storage/storage.ts';
import { type ActivitySet, readActivities } from './read-activities.ts';

/** Phones and laptops of one family; more than that is a client gone wrong. */
const MOST_SOCKETS = 8;
/** A socket that has not taken one page in this time is gone; the client comes back with its watermark. */
const SLOW_MS = 30_000;
/** How long a socket that is one too many may take to say goodbye. */
const GOODBYE_MS = 1_000;

export interface SocketHub {
  /** Sends everything after the watermark, and from then on whatever is added. */
  join(conversationId: string, after: number, socket: WebSocket): void;
  /** Something was stored: every socket of the conversation reads on from its own place. */
  added(conversationId: string): void;
  typing(conversationId: string, activity: Record<string, unknown>): void;
  close(): void;
}

interface Member {
  readonly socket: WebSocket;
  after: number;
  reading: boolean;
  /** There may be something that this socket has not seen. */
  added: boolean;
}

/**
 * The sockets of this process. Storage is the only queue: each socket reads on from its own place and
 * takes the next page when the last one has left, so a slow one holds up nobody, fills no memory, and
 * sees every activity once and in order.
 */
export function socketHub(storage: Storage, log: Log): SocketHub {
  const rooms = new Map<string, Set<Member>>();

  const readOn = async (conversationId: string, member: Member): Promise<void> => {
    member.added = true;
    if (member.reading) return;
    member.reading = true;
    try {
      while (member.added && member.socket.readyState === WebSocket.OPEN) {
        // Lowered before the read: what is added during it raises the flag again.
        member.added = false;
        const page = await readActivities(storage, conversationId, member.after);
        if (page.activities.length > 0) {
          await sendPage(member.socket, page);
          member.added = true;
        }
        member.after = page.last;
      }
    } catch (err) {
      log.warn({ err }, 'a socket was closed because it could not be served');
      member.socket.terminate();
    } finally {
      member.reading = false;
    }
  };

  return {
    join(conversationId, after, socket) {
      const room = rooms.get(conversationId) ?? new Set();
      rooms.set(conversationId, room);
      const [oldest] = room;
      if (oldest !== undefined && room.size >= MOST_SOCKETS) {
        // At once: a client that never closes would else stay the oldest, and the others uncounted.
        room.delete(oldest);
        oldest.socket.close(1008);
        setTimeout(() => oldest.socket.terminate(), GOODBYE_MS).unref();
      }
      const member: Member = { socket, after, reading: false, added: false };
      room.add(member);
      socket.on('close', () => {
        room.delete(member);
        if (room.size === 0 && rooms.get(conversationId) === room) rooms.delete(conversationId);
      });
      void readOn(conversationId, member);
    },
    added(conversationId) {
      for (const member of rooms.get(conversationId) ?? []) void readOn(conversationId, member);
    },
    typing(conversationId, activity) {
      const text = JSON.stringify({ activities: [activity] });
      for (const { socket } of rooms.get(conversationId) ?? []) {
        // Worth nothing late, so it never waits in a queue.
        if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount === 0) socket.send(text);
      }
    },
    close() {
      for (const room of rooms.values()) for (const { socket } of room) socket.close(1001);
    },
  };
}

function sendPage(socket: WebSocket, { activities, watermark }: ActivitySet): Promise<void> {
  return new Promise((resolve, reject) => {
    const slow = setTimeout(() => reject(new Error('slow socket')), SLOW_MS);
    socket.send(JSON.stringify({ activities, watermark }), (error) => {
      clearTimeout(slow);
      if (error) reject(error);
      else resolve();
    });
  });
}
