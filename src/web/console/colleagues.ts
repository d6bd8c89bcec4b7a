import type { StorageReads } from '../../storage/storage.ts';
import type { Colleague } from './api.ts';

/** Who else may take a case of the council: those on duty first, then whoever was seen last. */
export async function colleaguesOf(tx: StorageReads, council: string, except: string): Promise<Colleague[]> {
  const all = (await tx.advisers(council)).filter(({ id, disabled }) => id !== except && !disabled);
  const seen = (at: Date | null) => at?.getTime() ?? 0;
  return all
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || seen(b.seenAt) - seen(a.seenAt))
    .map(({ id, name, onDuty }) => ({ id, name, onDuty }));
}
