import { z } from 'zod';
import { stateKey } from '../../../storage/state-key.ts';
import type { StorageReads, StorageWork } from '../../../storage/storage.ts';

/** Teams sends an activity again within minutes, if at all. */
const KEPT_IDS = 50;

const StaffMemory = z.object({
  /** Ids of the last activities, to know one that comes again. */
  seen: z.array(z.string()),
  /** The case that plain words go to, of those that the adviser has. */
  chosen: z.string().nullable(),
  greeted: z.boolean(),
});
export type StaffMemory = z.infer<typeof StaffMemory>;

export interface KeptMemory {
  readonly value: StaffMemory;
  readonly version: number;
}

/** What is kept of a conversation with staff: nothing that was said in it. */
export async function readMemory(tx: StorageReads, conversationId: string): Promise<KeptMemory> {
  const kept = await tx.state(stateKey(conversationId, 'staff'));
  const value = StaffMemory.safeParse(kept?.value).data ?? { seen: [], chosen: null, greeted: false };
  return { value, version: kept?.version ?? 0 };
}

export async function saveMemory(
  tx: StorageWork,
  conversationId: string,
  { value, version }: KeptMemory,
  activityId: string | null,
): Promise<void> {
  const seen = activityId === null ? value.seen : [...value.seen, activityId].slice(-KEPT_IDS);
  await tx.saveState(stateKey(conversationId, 'staff'), { ...value, seen }, version);
}
