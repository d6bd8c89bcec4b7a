import type { Storage } from '../../storage/storage.ts';

const PAGE = 100;
/** Of one page's JSON; an activity that is longer by itself is still given. */
const PAGE_CHARACTERS = 1_000_000;

export interface ActivitySet {
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  /** Where to read on from: the same place when there was nothing, and never one beyond the end. */
  readonly watermark: string;
  readonly last: number;
}

/** One page of a conversation after a place, oldest first. */
export async function readActivities(
  storage: Storage,
  conversationId: string,
  after: number,
): Promise<ActivitySet> {
  const { from, rows } = await storage.read(async (tx) => {
    // A database put back from a backup is shorter than what a client remembers of it.
    const place = Math.min(after, await tx.lastSeq(conversationId));
    return { from: place, rows: await tx.activitiesAfter(conversationId, place, PAGE) };
  });
  let characters = 0;
  const tooMuch = rows.findIndex(({ activity }, index) => {
    characters += JSON.stringify(activity).length;
    return index > 0 && characters > PAGE_CHARACTERS;
  });
  const page = tooMuch < 0 ? rows : rows.slice(0, tooMuch);
  const last = page.at(-1)?.seq ?? from;
  return { activities: page.map((one) => one.activity), watermark: String(last), last };
}
