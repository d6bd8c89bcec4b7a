import type { Storage } from '../../storage/storage.ts';

const PAGE = 100;

export interface ActivitySet {
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  /** Where to read on from; the same as before when there was nothing. */
  readonly watermark: string;
  readonly last: number;
}

/** One page of a conversation after a place, oldest first. */
export async function readActivities(
  storage: Storage,
  conversationId: string,
  after: number,
): Promise<ActivitySet> {
  const page = await storage.transaction((tx) => tx.activitiesAfter(conversationId, after, PAGE));
  const last = page.at(-1)?.seq ?? after;
  return { activities: page.map((one) => one.activity), watermark: String(last), last };
}
