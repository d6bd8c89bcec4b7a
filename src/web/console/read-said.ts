import type { Case } from '../../handoff/case.ts';
import { sharedTalk } from '../../handoff/shared-talk.ts';
import type { StorageReads } from '../../storage/storage.ts';
import type { Said } from './api.ts';
import { saidMessage } from './said-message.ts';

/** One page of what was said after a place, and where to read on from. */
export async function readSaid(tx: StorageReads, of: Case, after: number): Promise<Said> {
  const rows = await sharedTalk(tx, of, after);
  const last = rows.at(-1)?.seq ?? Math.min(after, await tx.lastSeq(of.conversationId));
  return { messages: rows.flatMap((row) => saidMessage(row) ?? []), watermark: last };
}
