import { Writable } from 'node:stream';
import { createLog } from '../../../../src/shared/log.ts';
import type { NewOutboxItem } from '../../../../src/storage/contract/outbox.ts';
import type { Storage } from '../../../../src/storage/storage.ts';

export function newItem(lane: string, payload: unknown, createdAt: Date): NewOutboxItem {
  return { lane, kind: 'activity', payload, conversationId: 'c', createdAt };
}

export const add = (storage: Storage, ...items: NewOutboxItem[]): Promise<void> =>
  storage.transaction((tx) => tx.addToOutbox(items));

export const isEmpty = async (storage: Storage): Promise<boolean> =>
  (await storage.read((tx) => tx.nextInOutbox())) === null;

/** A log whose lines the test can read. */
export function logLines() {
  const lines: string[] = [];
  const log = createLog(
    'debug',
    new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  return { log, lines };
}
