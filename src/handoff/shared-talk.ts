import { z } from 'zod';
import type { CaseEventRow } from '../storage/contract/cases.ts';
import type { StorageReads, StoredActivity } from '../storage/storage.ts';
import { type Case, isOpen } from './case.ts';
import { CaseEventBody } from './command.ts';

/** With the first of these the family is with the bot again, and what it writes is no adviser's business. */
const ENDS: readonly string[] = ['finished', 'message-left', 'abandoned', 'closed'];
const PAGE = 200;

const Stamped = z.object({ timestamp: z.coerce.date() });

/**
 * What the family shares with the advisers of a case, after a place: nothing from before the place that it
 * agreed to, and nothing from its first message after the case's talk had ended.
 *
 * @returns at most a page, oldest first
 */
export async function sharedTalk(tx: StorageReads, of: Case, after: number): Promise<StoredActivity[]> {
  const { conversationId, sharedAfter } = of;
  // A database put back from a backup is shorter than what a screen remembers of it.
  const from = Math.max(sharedAfter, Math.min(after, await tx.lastSeq(conversationId)));
  if (isOpen(of)) return tx.activitiesAfter(conversationId, from, PAGE);
  const end = talkEnd(await tx.caseEvents(of.id));
  const first = end === null ? null : await firstAfter(tx, of, end);
  const rows = await tx.activitiesAfter(conversationId, from, PAGE);
  return first === null ? rows : rows.filter(({ seq }) => seq < first);
}

/** The latest of it, at most a page, oldest first. */
export async function latestShared(tx: StorageReads, of: Case): Promise<StoredActivity[]> {
  let latest: StoredActivity[] = [];
  let after = 0;
  for (;;) {
    const page = await sharedTalk(tx, of, after);
    latest = [...latest, ...page].slice(-PAGE);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return latest;
    after = last.seq;
  }
}

function talkEnd(events: readonly CaseEventRow[]): Date | null {
  return events.find(({ body }) => ENDS.includes(CaseEventBody.parse(body).type))?.at ?? null;
}

/** The place of the family's first word after that instant. */
async function firstAfter(tx: StorageReads, { conversationId, sharedAfter }: Case, end: Date) {
  let from = sharedAfter;
  for (;;) {
    const rows = await tx.activitiesAfter(conversationId, from, PAGE);
    const found = rows.find((row) => row.from === 'user' && saidAfter(row, end));
    if (found !== undefined) return found.seq;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return null;
    from = last.seq;
  }
}

function saidAfter({ activity }: StoredActivity, end: Date): boolean {
  const stamped = Stamped.safeParse(activity);
  return !stamped.success || stamped.data.timestamp > end;
}
